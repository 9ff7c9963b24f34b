import Values

/// Keeps the types that JSON does not have: such a value is written as a map with the one key
/// `$TYPE`. A stored run can then be judged again on exactly the values it was judged on.
enum TaggedValue {
  static func tag(_ value: Value) -> Value {
    switch value {
    case .null, .bool, .int, .string: value
    case .uint(let number):
      // Beyond Int64 the reader gives `uint` by itself.
      number > UInt64(Int64.max) ? value : tagged("uint", .string(String(number)))
    case .double(let number):
      number.isFinite ? value : tagged("double", .string(String(number)))
    case .bytes(let bytes): tagged("bytes", .string(Base64.encode(bytes)))
    case .timestamp(let time): tagged("timestamp", pair(time.seconds, time.nanoseconds))
    case .duration(let span): tagged("duration", pair(span.seconds, span.nanoseconds))
    case .type(let name): tagged("type", .string(name))
    case .list(let list): .list(list.map(tag))
    case .map(let map): tag(map)
    }
  }

  static func untag(_ value: Value) -> Value {
    switch value {
    case .list(let list): return .list(list.map(untag))
    case .map(let map):
      if let (key, inner) = onlyEntry(of: map), let plain = untag(key, inner) { return plain }
      var plain = ValueMap()
      for (key, inner) in map { plain[key] = untag(inner) }
      return .map(plain)
    default: return value
    }
  }

  /// A map whose keys are not all plain names becomes a list of pairs.
  private static func tag(_ map: ValueMap) -> Value {
    var isPlain = true
    for (key, _) in map {
      if key.stringValue?.hasPrefix("$") ?? true { isPlain = false }
    }
    if isPlain {
      var result = ValueMap()
      for (key, inner) in map { result[key] = tag(inner) }
      return .map(result)
    }
    return tagged("map", .list(map.map { .list([tag($0.key), tag($0.value)]) }))
  }

  private static func untag(_ key: String, _ inner: Value) -> Value? {
    switch key {
    case "$uint": inner.stringValue.flatMap { UInt64($0) }.map(Value.uint)
    case "$double": inner.stringValue.flatMap { Double($0) }.map(Value.double)
    case "$bytes": inner.stringValue.flatMap { Base64.decode($0) }.map(Value.bytes)
    case "$timestamp":
      parts(of: inner).map { .timestamp(Timestamp(seconds: $0.0, nanoseconds: $0.1)) }
    case "$duration":
      parts(of: inner).map { .duration(TimeSpan(seconds: $0.0, nanoseconds: $0.1)) }
    case "$type": inner.stringValue.map(Value.type)
    case "$map": map(from: inner)
    default: nil
    }
  }

  private static func map(from list: Value) -> Value? {
    guard let pairs = list.listValue else { return nil }
    var map = ValueMap()
    for pair in pairs {
      guard let key = pair[0], let value = pair[1] else { return nil }
      map[untag(key)] = untag(value)
    }
    return .map(map)
  }

  private static func tagged(_ type: String, _ inner: Value) -> Value {
    var map = ValueMap()
    map["$" + type] = inner
    return .map(map)
  }

  private static func pair(_ seconds: Int64, _ nanoseconds: Int32) -> Value {
    .list([.int(seconds), .int(Int64(nanoseconds))])
  }

  private static func parts(of value: Value) -> (Int64, Int32)? {
    guard let seconds = value[0]?.intValue, let nanoseconds = value[1]?.intValue else { return nil }
    return Int32(exactly: nanoseconds).map { (seconds, $0) }
  }

  private static func onlyEntry(of map: ValueMap) -> (String, Value)? {
    guard map.count == 1, let (key, value) = map.first(where: { _ in true }),
      let name = key.stringValue
    else { return nil }
    return (name, value)
  }
}
