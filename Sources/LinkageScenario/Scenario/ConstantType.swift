import LinkageCore
import Values

/// Whether a constant can stand for a field of a contract's type.
enum ConstantType {
  static func allows(_ value: Value, _ field: Field) -> Bool {
    if case .null = value { return field.isOptional }
    switch field.type {
    case .int: return isInt(value)
    case .number: return isInt(value) || value.doubleValue != nil
    case .money: return isInt(value) || value.doubleValue != nil || value.stringValue != nil
    case .bool: return value.boolValue != nil
    case .list: return value.listValue != nil
    case .map: return value.mapValue != nil
    case .string, .id, .phone, .time, .secret:
      return value.stringValue != nil || isInt(value) || value.doubleValue != nil
    }
  }

  private static func isInt(_ value: Value) -> Bool {
    value.intValue != nil || value.uintValue != nil
  }
}
