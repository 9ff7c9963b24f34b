import LinkageCore
import Values

/// Reads the operations of a target file and holds them against the contract.
struct OperationReader {
  static let keys = RequestReader.keys + ["let"] + RequestReader.answerKeys + ["probe"]

  let reader: NodeReader
  let library: Library
  let contract: ContractState
  /// The platforms that have an address.
  let platforms: [String]
  let session: Shape

  func operations(_ node: YAMLNode?) -> [OperationModel] {
    guard let node, !node.isAbsent else { return [] }
    return (reader.entries(node, "operations") ?? []).compactMap(operation)
  }

  private func operation(_ entry: YAMLEntry) -> OperationModel? {
    guard let name = entry.key.scalarText,
      !reader.report(Identifier.problem(withOperation: name), at: entry.key)
    else { return nil }
    checkPromised(name, at: entry.key)
    let missing = ProblemList()
    let expressions = ExpressionReader(reader, library: library, missing: missing)
    let known = reader.problems.diagnostics.count
    let requests = self.requests(entry, name, expressions)
    // What could not be read may use them.
    if reader.problems.diagnostics.count == known { checkLets(of: entry.value, expressions) }
    checkNames(of: entry.value, name)
    checkOutputs(of: entry, name)
    let prefix = String(name.prefix { $0 != "." })
    let platform = platforms.contains(prefix) ? prefix : requests.last?.template.platform
    checkProbe(of: entry.value, name, requests.last?.template.method)
    return OperationModel(
      name: name, platform: platform ?? prefix, requests: requests.map(\.template),
      promise: contract.promise(name), usedInputs: expressions.mentions.requiredInputs,
      probeSpacing: requests.compactMap(\.spacing).last, missing: missing)
  }

  private typealias Read = (template: RequestTemplate, spacing: Nanoseconds?)

  private func requests(
    _ entry: YAMLEntry, _ name: String, _ expressions: ExpressionReader
  ) -> [Read] {
    var vocabulary = Vocabulary.everywhere(library).adding([
      "with": inputs(name), "session": session, "base": .any,
    ])
    var nodes = [entry.value]
    if case .list(let items) = entry.value.content { nodes = items }
    if nodes.isEmpty {
      let problem = Problem.invalidValue(owner: name, found: "[]", expected: "- get: /path")
      reader.report(problem, at: entry.value)
    }
    return nodes.compactMap { node in
      guard let fields = Fields(node, name, keys: Self.keys, reader: reader) else { return nil }
      return request(fields, name, at: entry.key, expressions, &vocabulary)
    }
  }

  private func request(
    _ fields: Fields, _ name: String, at key: YAMLNode, _ expressions: ExpressionReader,
    _ vocabulary: inout Vocabulary
  ) -> Read? {
    let requests = RequestReader(expressions: expressions, platforms: platforms)
    let prefix = String(name.prefix { $0 != "." })
    let platform = fields.has("on") ? prefix : requests.checked(prefix, at: key)
    let probe = Fields(fields["probe"], "probe", keys: ["spacing"], reader: reader)
    let template = requests.request(
      fields, platform: platform ?? prefix, at: fields.node, vocabulary: &vocabulary)
    return template.map { ($0, probe?.duration("spacing")) }
  }

  private func inputs(_ name: String) -> Shape {
    guard let promise = contract.promise(name) else { return .any }
    let names = promise.inputs.map(\.name)
    return .members(Members(owner: .inputs(operation: name), names: names))
  }

  private func checkPromised(_ name: String, at key: YAMLNode) {
    guard case .read(let contract) = contract else { return }
    let names = contract.operations.map(\.name)
    guard !names.contains(name) else { return }
    let nearest = Nearest.name(to: name, among: names)
    reader.report(.operationNotInContract(name: name, nearest: nearest), at: key)
  }

  /// Outputs and errors must be the contract's.
  private func checkNames(of node: YAMLNode, _ name: String) {
    guard let promise = contract.promise(name) else { return }
    let outputs = promise.outputs.map(\.name)
    for key in node.keys(under: "out") {
      guard let word = key.scalarText, !outputs.contains(word) else { continue }
      let nearest = Nearest.name(to: word, among: outputs)
      reader.report(
        .unknownOutput(name: word, operation: name, nearest: nearest, known: outputs), at: key)
    }
    for key in node.keys(under: "errors") {
      guard let word = key.scalarText, !promise.errors.contains(word) else { continue }
      let nearest = Nearest.name(to: word, among: promise.errors)
      reader.report(
        .unknownErrorName(name: word, operation: name, nearest: nearest, known: promise.errors),
        at: key)
    }
  }

  /// Every output that is promised and not optional comes from some request.
  private func checkOutputs(of entry: YAMLEntry, _ name: String) {
    let given = entry.value.keys(under: "out").compactMap(\.scalarText)
    guard let promise = contract.promise(name), !entry.value.requests.isEmpty else { return }
    let outputs = promise.outputs.map(\.name)
    let meant = given.compactMap { Nearest.name(to: $0, among: outputs) }
    for output in promise.outputs where !output.isOptional && !(given + meant).contains(output.name)
    {
      reader.report(.target(.missingOutput(name: output.name, operation: name)), at: entry.key)
    }
  }

  private func checkLets(of node: YAMLNode, _ expressions: ExpressionReader) {
    for key in node.keys(under: "let") {
      guard let name = key.scalarText, !expressions.mentions.names.contains(name) else { continue }
      reader.report(.target(.unusedLet(name: name)), at: key)
    }
  }

  /// Only what reads may be repeated. Where no contract speaks of an operation, `probe` itself says
  /// that a POST reads.
  private func checkProbe(of node: YAMLNode, _ name: String, _ method: String?) {
    let isWrite =
      contract.promise(name).map { !$0.writes.isEmpty }
      ?? ["PUT", "PATCH", "DELETE"].contains(method)
    guard isWrite else { return }
    for request in node.requests {
      guard let key = request.keys.first(where: { $0.scalarText == "probe" }) else { continue }
      reader.report(.target(.probeOnWrite(operation: name)), at: key)
    }
  }
}

extension YAMLNode {
  /// The requests of an operation: its one mapping, or each of a list.
  var requests: [YAMLNode] {
    switch content {
    case .list(let items): items
    case .mapping: [self]
    case .scalar, .broken: []
    }
  }

  /// The value of a mapping's key; `nil` for any other node.
  func value(_ key: String) -> YAMLNode? {
    guard case .mapping(let entries) = content else { return nil }
    return entries.first { $0.key.scalarText == key }?.value
  }

  /// The keys of the mapping under a key, of this node or of each item of a list.
  func keys(under key: String) -> [YAMLNode] {
    if case .list(let items) = content { return items.flatMap { $0.keys(under: key) } }
    guard case .mapping(let entries)? = value(key)?.content else { return [] }
    return entries.map(\.key)
  }
}
