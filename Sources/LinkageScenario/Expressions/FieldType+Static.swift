import CEL
import LinkageCore

extension Field {
  /// The type of what an operation returned, after its conversion.
  var returned: StaticType {
    if isOptional { return .dyn }
    switch type {
    case .id, .phone, .secret, .string: return .string
    case .int, .money: return .int
    case .bool: return .bool
    case .list: return .list(.dyn)
    case .map: return .map(key: .string, value: .dyn)
    // A number may be whole or not, a time a timestamp or a count of seconds.
    case .number, .time: return .dyn
    }
  }

  /// The type of what goes into an operation; only identities are converted. What cannot be given
  /// has its own report.
  func taken(_ given: StaticType) -> StaticType {
    if isOptional || !allows(given) { return .dyn }
    return type == .id || type == .phone ? .string : given
  }

  /// Whether a value of a type can be given for it.
  func allows(_ given: StaticType) -> Bool {
    switch given {
    case .dyn: true
    case .null: isOptional
    case .bool: type == .bool
    case .int, .uint: ![.bool, .list, .map].contains(type)
    case .double: ![.bool, .list, .map, .int].contains(type)
    case .string: ![.bool, .list, .map, .int, .number].contains(type)
    case .timestamp: type == .time
    case .list: type == .list
    case .map, .record: type == .map
    case .bytes, .duration, .type: false
    }
  }
}
