import CEL
import Values

extension Value {
  /// Whether a value may have the type that was found beforehand.
  func fits(_ type: StaticType) -> Bool {
    switch (self, type) {
    case (_, .dyn), (.null, .null), (.bool, .bool), (.int, .int), (.uint, .uint): true
    case (.double, .double), (.string, .string), (.bytes, .bytes), (.type, .type): true
    case (.timestamp, .timestamp), (.duration, .duration): true
    case (.list(let list), .list(let element)): list.allSatisfy { $0.fits(element) }
    case (.map(let map), .map(let key, let value)):
      map.allSatisfy { $0.key.fits(key) && $0.value.fits(value) }
    case (.map(let map), .record(let fields)):
      fields.allSatisfy { map[$0.key]?.fits($0.value) ?? true }
    default: false
    }
  }
}
