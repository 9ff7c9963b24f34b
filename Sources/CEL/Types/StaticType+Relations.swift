extension StaticType {
  /// The most parts that a type may be made of where an expression makes one; what is larger is
  /// `dyn`. So an expression that doubles a type with each macro costs no more than others.
  private static let partLimit = 256

  var isNumber: Bool { self == .int || self == .uint || self == .double }

  var isOrdered: Bool {
    switch self {
    case .dyn, .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration: true
    default: false
    }
  }

  var canBeBool: Bool { self == .dyn || self == .bool }
  var canBeString: Bool { self == .dyn || self == .string }

  /// What may be a map's key where one is written.
  var canBeKey: Bool {
    switch self {
    case .dyn, .bool, .int, .uint, .string: true
    default: false
    }
  }

  /// What may be looked up in a map: also a `double`, which may be a whole number.
  var canBeLookedUp: Bool { canBeKey || self == .double }

  /// Whether a parameter of this type takes a value of that one.
  func takes(_ other: StaticType) -> Bool {
    switch (self, other) {
    case (.dyn, _), (_, .dyn): true
    case (.list(let a), .list(let b)): a.takes(b)
    case (.map(let key, let value), .map(let otherKey, let otherValue)):
      key.takes(otherKey) && value.takes(otherValue)
    case (.map(let key, let value), .record(let fields)):
      key.takes(.string) && fields.values.allSatisfy { value.takes($0) }
    default: self == other
    }
  }

  /// Whether a value of this type can equal one of that type. Comparing with null is a question
  /// that may be asked of everything.
  func canEqual(_ other: StaticType) -> Bool {
    switch (self, other) {
    case (.dyn, _), (_, .dyn), (.null, _), (_, .null): true
    case (.list(let a), .list(let b)): a.canEqual(b)
    case (.map(let key, let value), .map(let otherKey, let otherValue)):
      key.canEqual(otherKey) && value.canEqual(otherValue)
    case (.record(let fields), _): other.isMap && Self.map(of: fields).canEqual(other)
    case (.map, .record(let fields)): canEqual(Self.map(of: fields))
    default: self == other || (isNumber && other.isNumber)
    }
  }

  private var isMap: Bool {
    switch self {
    case .map, .record: true
    default: false
    }
  }

  /// A record as CEL's own checker sees it: a map whose values have what types they all share.
  private static func map(of fields: [String: StaticType]) -> StaticType {
    .map(key: .string, value: common(fields.values))
  }

  /// What is known of a value that has one of these types; `dyn` when there are none.
  static func common(_ types: some Collection<StaticType>) -> StaticType {
    types.dropFirst().reduce(types.first ?? .dyn) { $0.joined(with: $1) }
  }

  /// What is known of a value that has one type or the other.
  func joined(with other: StaticType) -> StaticType {
    switch (self, other) {
    case (.list(let a), .list(let b)): return .list(a.joined(with: b))
    case (.map(let key, let value), .map(let otherKey, let otherValue)):
      return .map(key: key.joined(with: otherKey), value: value.joined(with: otherValue))
    case (.record(let a), .record(let b)):
      return .record(a.reduce(into: [:]) { $0[$1.key] = b[$1.key]?.joined(with: $1.value) })
    default: return self == other ? self : .dyn
    }
  }

  /// This type unless it has too many parts.
  var bounded: StaticType {
    var waiting = [self]
    var count = 0
    while let next = waiting.popLast() {
      count += 1
      guard count + waiting.count <= Self.partLimit else { return .dyn }
      switch next {
      case .list(let element): waiting.append(element)
      case .map(let key, let value): waiting += [key, value]
      case .record(let fields): waiting += fields.values
      default: break
      }
    }
    return self
  }
}
