/// The keys of each kind of step.
enum StepKeys {
  private static let everywhere = ["when", "soft", "repeat"]
  private static let acting = ["as", "with", "expect", "let"]
  private static let reading = ["sync", "stays"] + SyncReader.sharedKeys
  static let operation = ["id"] + acting + ["fails", "may_fail"] + reading + everywhere
  static let parity =
    ["id", "parity", "read", "fields", "ignore", "tolerance", "normalise"] + acting + reading
    + everywhere
  static let together = ["id", "together"] + everywhere
  static let use = ["id", "use"] + acting + everywhere
  static let fault = ["id", "fault", "let"] + everywhere
  static let heal = ["id", "heal"] + everywhere
  static let clock = ["id", "clock"] + everywhere
  private static let requests = RequestReader.keys + RequestReader.answerKeys

  /// Keys that belong to something inside a step, with its name.
  static let elsewhere = ["since": "sync", "entity": "sync", "times": "repeat", "every": "repeat"]

  /// What a step may have, given what it has.
  static func known(in node: YAMLNode) -> [String] {
    let kinds = StepKind.all(of: node).map(\.kind)
    if kinds.isEmpty {
      return ["do", "use", "together", "parity", "fault", "heal", "clock"].merging(operation)
        .merging(requests).merging(parity)
    }
    return kinds.reduce(into: []) { $0 = $0.merging(keys(of: $1, node)) }
  }

  private static func keys(of kind: StepKind, _ node: YAMLNode) -> [String] {
    switch kind {
    case .operation: operation(node)
    case .parity: parity
    case .together: together
    case .use: use
    case .fault: fault
    case .heal: heal
    case .clock: clock
    }
  }

  /// A step that does an operation has no request of its own.
  private static func operation(_ node: YAMLNode) -> [String] {
    let hasRequest = RequestReader.methods.contains { node.value($0) != nil }
    let hasOperation = node.value("do") != nil
    return (hasRequest && !hasOperation ? [] : ["do"]) + operation
      + (hasOperation && !hasRequest ? [] : requests)
  }
}
