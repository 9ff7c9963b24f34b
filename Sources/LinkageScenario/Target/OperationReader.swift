import CEL
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
    checkMoney(of: entry.value, name)
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
    let types = promise.inputs.map { ($0.name, Shape.value($0.inRequests)) }
    return .members(
      Members(
        owner: .inputs(operation: name), names: promise.inputs.map(\.name),
        shapes: Dictionary(types) { $1 }))
  }
}

extension Field {
  /// The type of an input as requests see it; a text may be given as a number, so nothing is known.
  fileprivate var inRequests: StaticType {
    guard !isOptional else { return .dyn }
    return switch type {
    case .id, .phone: .string
    case .int: .int
    case .bool: .bool
    case .list: .list(.dyn)
    case .map: .map(key: .string, value: .dyn)
    case .string, .number, .money, .time, .secret: .dyn
    }
  }
}
