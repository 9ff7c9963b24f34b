/// How one operation is done on the target, joined with what the contract says of it.
public struct Operation: Sendable {
  /// `web.register`; for a request written in a scenario, `web GET /health`.
  public var name: String
  public var platform: String
  public var requests: [RequestTemplate]
  public var inputs: [Field]
  public var outputs: [Field]
  /// The errors that it may name; `nil` without a contract.
  public var errors: [String]?
  public var reads: [String]
  public var writes: [String]
  /// Whether it changes anything, as far as contract or method tell.
  public var isWrite: Bool
  /// The least time between two reads of a probe, when the target says so.
  public var probeSpacing: Nanoseconds?

  public init(
    name: String, platform: String, requests: [RequestTemplate], inputs: [Field],
    outputs: [Field], errors: [String]?, reads: [String], writes: [String], isWrite: Bool,
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
    self.isWrite = isWrite
    self.probeSpacing = probeSpacing
  }
}
