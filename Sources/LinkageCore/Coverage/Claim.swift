/// One thing that a contract says, of an entity or of an operation.
public struct Claim: Sendable, Hashable {
  /// The entity or the operation.
  public var subject: String
  public var kind: Kind

  public enum Kind: Sendable, Hashable {
    // Of entities.
    /// A change is visible so soon; without a way where the contract has none for the entity.
    case slo(Nanoseconds, Way?)
    case within(Nanoseconds, Way?)
    /// A status may be followed by another one.
    case flow(field: String, from: String, to: String)
    case monotonic(field: String, Field.Monotonic)
    case least(field: String, Int64)
    /// A balance is the sum of its entries.
    case ledger(balance: String, entries: String)
    case readYourWrites(platform: String)
    /// A field is the same on all platforms that show it.
    case same(field: String)

    // Of operations.
    /// There is such an operation.
    case exists
    case once(input: String)
    case adds(entity: String)
    case takes(entity: String)
    case spends(entity: String)
    case returns(entity: String)
    case deletes(entity: String)
    /// It must be refused.
    case forgery
    /// It may end in a named error.
    case error(String)
  }

  /// From one platform to another.
  public struct Way: Sendable, Hashable {
    public var from: String
    public var to: String

    public init(from: String, to: String) {
      self.from = from
      self.to = to
    }
  }

  public init(_ subject: String, _ kind: Kind) {
    self.subject = subject
    self.kind = kind
  }
}
