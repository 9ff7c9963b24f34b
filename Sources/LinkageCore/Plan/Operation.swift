/// How one operation is done on the target, joined with what the contract says of it.
public final class Operation: Sendable {
  /// `web.register`; for a request written in a scenario, `web GET /health`.
  public let name: String
  public let platform: String
  public let requests: [RequestTemplate]
  public let inputs: [Field]
  public let outputs: [Field]
  /// The errors that it may name; `nil` without a contract.
  public let errors: [String]?
  public let reads: [String]
  public let writes: [String]
  /// The entities that it ends.
  public let deletes: [String]
  public let effects: Contract.Effects
  /// Whether it changes anything, as far as contract or method tell.
  public let isWrite: Bool
  /// The least time between two reads of a probe, when the target says so.
  public let probeSpacing: Nanoseconds?

  public init(
    name: String, platform: String, requests: [RequestTemplate], inputs: [Field],
    outputs: [Field], errors: [String]?, reads: [String], writes: [String],
    deletes: [String] = [], effects: Contract.Effects = Contract.Effects(), isWrite: Bool,
    probeSpacing: Nanoseconds?
  ) {
    self.name = name
    self.platform = platform
    self.requests = requests
    self.inputs = inputs
    self.outputs = outputs
    self.errors = errors
    self.reads = reads
    self.writes = writes
    self.deletes = deletes
    self.effects = effects
    self.isWrite = isWrite
    self.probeSpacing = probeSpacing
  }
}
