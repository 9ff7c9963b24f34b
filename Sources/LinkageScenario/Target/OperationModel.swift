import LinkageCore

/// An operation with what checking its uses needs.
struct OperationModel {
  var operation: Operation
  /// The names of its outputs: the contract's, or those that its requests give.
  var outputs: [String]
  /// The errors that it may name: the contract's, or those of its requests.
  var errors: [String]
  /// Without a contract, the inputs that its requests cannot do without.
  var usedInputs: [String]
  /// Whether a contract speaks of it.
  var isPromised: Bool
  /// Variables of the surroundings that it needs and that are not set.
  var missing: ProblemList
}

extension OperationModel {
  /// From the contract and from what the target's requests say.
  init(
    name: String, platform: String, requests: [RequestTemplate], promise: Contract.Promise?,
    usedInputs: [String], probeSpacing: Nanoseconds?, missing: ProblemList
  ) {
    let method = requests.last?.method ?? "POST"
    // What may be repeated reads, by the word of the target.
    let isProbe = probeSpacing != nil && ["POST", "SUBMIT"].contains(method)
    operation = Operation(
      name: name, platform: platform, requests: requests, inputs: promise?.inputs ?? [],
      outputs: promise?.outputs ?? [], errors: promise?.errors, reads: promise?.reads ?? [],
      writes: promise?.writes ?? [], deletes: promise?.deletes ?? [],
      effects: promise?.effects ?? Contract.Effects(),
      isWrite: promise.map { !$0.writes.isEmpty || $0.effects.isForgery }
        ?? !(method == "GET" || isProbe),
      probeSpacing: probeSpacing)
    outputs = promise?.outputs.map(\.name) ?? Self.unique(requests.flatMap(\.out).map(\.name))
    errors = promise?.errors ?? Self.unique(requests.flatMap(\.errors).map(\.name))
    self.usedInputs = promise == nil ? usedInputs : []
    isPromised = promise != nil
    self.missing = missing
  }

  private static func unique(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }
}
