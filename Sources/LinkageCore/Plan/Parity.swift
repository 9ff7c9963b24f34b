/// The same entity read on two or more platforms; its output has a map for each, and the step's
/// first expectations compare them field by field.
public struct Parity: Sendable {
  /// `nil` without a contract.
  public var entity: String?
  /// In the order of the file.
  public var reads: [Read]
  /// The compared fields, one for each of the step's first expectations.
  public var fields: [String]

  /// One of the reads; its output is found under its name.
  public struct Read: Sendable {
    public var name: String
    public var operation: Operation

    public init(name: String, operation: Operation) {
      self.name = name
      self.operation = operation
    }
  }

  public init(entity: String?, reads: [Read], fields: [String]) {
    self.entity = entity
    self.reads = reads
    self.fields = fields
  }
}
