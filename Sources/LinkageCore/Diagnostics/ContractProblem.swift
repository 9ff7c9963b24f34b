/// What is wrong with a contract in itself.
public enum ContractProblem: Sendable, Hashable {
  /// A status that only its likeness to another one explains.
  case misspeltStatus(name: String, nearest: String)
  /// A status that no other one leads to, and that is not among the first ones.
  case unreachableStatus(name: String, field: String)
  case flowOfType(field: String, type: FieldType)
  case monotonicOfType(field: String, type: FieldType)
  /// An entity's `key` that is none of its fields.
  case unknownKeyField(name: String, entity: String, nearest: String?, known: [String])
  /// An input or output that an entity has under the same name with another type.
  case differentType(
    field: String, operation: String, type: FieldType, entity: String, expected: FieldType)
}
