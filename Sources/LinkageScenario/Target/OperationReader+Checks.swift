import CEL
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

  /// The contract converts what it calls `money`; a second conversion makes a hundred times too much.
  func checkMoney(of node: YAMLNode, _ name: String) {
    let outputs = contract.promise(name)?.outputs ?? []
    for request in node.requests {
      for output in outputs where output.type == .money {
        request.value("out")?.value(output.name).map { checkCalls(in: $0, output.name) }
      }
    }
  }

  private func checkCalls(in node: YAMLNode, _ output: String) {
    guard case .scalar(let scalar) = node.content,
      let calls = (try? Expression(scalar.text))?.calledFunctions,
      !calls.contains(where: { $0.name == "decimal" })
    else { return }
    for call in calls where call.name == "money" {
      let range = ScalarText(scalar, of: node).range(call.range)
      reader.report(.target(.convertedTwice(output: output)), at: range)
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
