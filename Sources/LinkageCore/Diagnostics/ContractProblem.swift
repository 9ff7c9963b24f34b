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
  /// A name that is no field of an entity, or no input or output of an operation.
  case unknownName(name: String, owner: String, nearest: String?, known: [String])
  /// What must be a number, or a list, and is not.
  case wrongFieldType(field: String, key: String, type: FieldType, expected: [FieldType])
  /// What an operation says that it does to an entity, which it does not write.
  case effectWithoutWrite(key: String, entity: String, operation: String)
  /// An entity to which an operation adds, though it has no field, or several, that could count it.
  case nothingToCount(entity: String, key: String)
}
