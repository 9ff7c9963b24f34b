import LinkageCore
import Values

extension OperationReader {
  func checkPromised(_ name: String, at key: YAMLNode) {
    guard case .read(let contract) = contract else { return }
    let names = contract.operations.map(\.name)
    guard !names.contains(name) else { return }
    let nearest = Nearest.name(to: name, among: names)
    reader.report(.operationNotInContract(name: name, nearest: nearest), at: key)
  }

  /// Outputs and errors must be the contract's.
  func checkNames(of node: YAMLNode, _ name: String) {
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
  func checkOutputs(of entry: YAMLEntry, _ name: String) {
    let given = entry.value.keys(under: "out").compactMap(\.scalarText)
    guard let promise = contract.promise(name), !entry.value.requests.isEmpty else { return }
    let outputs = promise.outputs.map(\.name)
    let meant = given.compactMap { Nearest.name(to: $0, among: outputs) }
    for output in promise.outputs where !output.isOptional && !(given + meant).contains(output.name)
    {
      reader.report(.target(.missingOutput(name: output.name, operation: name)), at: entry.key)
    }
  }

  func checkLets(of node: YAMLNode, _ expressions: ExpressionReader) {
    for key in node.keys(under: "let") {
      guard let name = key.scalarText, !expressions.mentions.names.contains(name) else { continue }
      reader.report(.target(.unusedLet(name: name)), at: key)
    }
  }

  /// Only what reads may be repeated. Where no contract speaks of an operation, `probe` itself says
  /// that a POST reads.
  func checkProbe(of node: YAMLNode, _ name: String, _ method: String?) {
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
