public import Values

/// What one operation says of one entity.
///
/// It is a class because checkers hand it around by the million.
public final class Observation: Sendable {
  public enum Presence: UInt8, Sendable {
    case present
    /// A read was told that it is not there, or a write has ended it.
    case absent
    /// Nothing is said about whether it is there.
    case silent
  }

  /// How it is known which one it is about.
  public enum Naming: UInt8, Sendable {
    case output, input
    /// An element of a list.
    case element
    /// What the actor of this case is known by.
    case person
    case unknown
  }

  /// As an index into the operations.
  public let operation: Int
  /// As an index into the entities of the outline.
  public let entity: Int
  /// As an index into the subjects; `nil` where nobody knows which one it is about.
  public let subject: Int?
  public let naming: Naming
  public let presence: Presence
  /// Whether the operation changes, or may change, the entity.
  public let isWrite: Bool
  /// The map in which the entity's fields are found by their names; `null` without.
  public let fields: Value

  init(
    operation: Int, entity: Int, subject: Int?, naming: Naming, presence: Presence, isWrite: Bool,
    fields: Value
  ) {
    self.operation = operation
    self.entity = entity
    self.subject = subject
    self.naming = naming
    self.presence = presence
    self.isWrite = isWrite
    self.fields = fields
  }

  /// The value of a field; `nil` where it is not said, or null.
  public func value(_ field: String) -> Value? { fields[field]?.unlessNull }
}

extension Value {
  /// `nil` literals are values, too: `isNull ? nil : self` would never be absent.
  var unlessNull: Value? { isNull ? Optional.none : self }
}
