import Values

/// Fields, elements and membership.
enum Selection {
  /// An error knows at most this many of a map's keys.
  private static let listedKeys = 200

  static func field(_ name: String, of value: Value) throws(Problem) -> Value {
    guard case .map(let map) = value else {
      throw .because(.noSuchField(field: name, type: value.typeName))
    }
    if let found = map[name] { return found }
    throw noSuchKey(.string(name), map)
  }

  static func has(_ name: String, in value: Value) throws(Problem) -> Bool {
    guard case .map(let map) = value else {
      throw .because(.noSuchField(field: name, type: value.typeName))
    }
    return map[name] != nil
  }

  static func element(
    _ index: Value, of value: Value, _ budget: inout Budget
  ) throws(Problem) -> Value {
    switch value {
    case .list(let list):
      guard let number = wholeNumber(index) else { throw .noOverload }
      guard let place = Int(exactly: number), list.indices.contains(place) else {
        throw .because(.indexOutOfRange(index: number, count: list.count))
      }
      return list[place]
    case .map(let map):
      guard index.canBeKey || index.doubleValue != nil else {
        throw .because(.unsupportedKey(type: index.typeName))
      }
      if let found = map[index] { return found }
      throw noSuchKey(index, map)
    default:
      throw .noOverload
    }
  }

  private static func wholeNumber(_ index: Value) -> Int64? {
    switch index {
    case .int(let number): number
    case .uint(let number): Int64(clamping: number)
    case .double(let number): Int64(exactly: number)
    default: nil
    }
  }

  private static func noSuchKey(_ key: Value, _ map: ValueMap) -> Problem {
    .because(.noSuchKey(key: key, available: map.prefix(listedKeys).map(\.key)))
  }

  static func contains(
    _ element: Value, in value: Value, _ budget: inout Budget
  ) throws(Problem) -> Bool {
    switch value {
    case .list(let list):
      for candidate in list {
        if try Equality.areEqual(candidate, element, &budget) { return true }
      }
      return false
    case .map(let map):
      guard element.canBeKey || element.doubleValue != nil else {
        throw .because(.unsupportedKey(type: element.typeName))
      }
      return map[element] != nil
    default:
      throw .noOverload
    }
  }

  /// A map of keys and values that alternate.
  static func map(of flat: [Value]) throws(Problem) -> ValueMap {
    var map = ValueMap()
    for place in stride(from: 0, to: flat.count - 1, by: 2) {
      let key = flat[place]
      guard key.canBeKey else { throw .because(.unsupportedKey(type: key.typeName)) }
      guard map[key] == nil else { throw .because(.duplicateKey(key)) }
      map[key] = flat[place + 1]
    }
    return map
  }
}

extension Value {
  var canBeKey: Bool {
    switch self {
    case .bool, .int, .uint, .string: true
    default: false
    }
  }
}
