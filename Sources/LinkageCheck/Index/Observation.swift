public import Values

/// What one operation says of one entity.
public struct Observation: Sendable {
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
  public var operation: Int
  /// As an index into the entities of the outline.
  public var entity: Int
  /// As an index into the subjects; `nil` where nobody knows which one it is about.
  public var subject: Int?
  public var naming: Naming
  public var presence: Presence
  /// Whether the operation changes, or may change, the entity.
  public var isWrite: Bool
  /// The map in which the entity's fields are found by their names; `null` without.
  public var fields: Value

  /// The value of a field; `nil` where it is not said, or null.
  public func value(_ field: String) -> Value? { fields[field]?.unlessNull }
}

extension Value {
  /// `nil` literals are values, too: `isNull ? nil : self` would never be absent.
  var unlessNull: Value? { isNull ? Optional.none : self }
}
