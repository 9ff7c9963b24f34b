/// An encoder for one value. What is encoded ends up in a tree of slots, which becomes the value.
struct ValueEncoding: Encoder {
  /// A place for one encoded value; containers hold on to it while they are filled.
  final class Slot {
    enum Content {
      case value(Value)
      case list([Slot])
      case map([(key: String, slot: Slot)])
    }

    var content: Content?

    var value: Value {
      switch content {
      case .value(let value): value
      case .list(let slots): .list(slots.map(\.value))
      case .map(let entries): .map(ValueMap(entries.map { (.string($0.key), $0.slot.value) }))
      case nil: .map([:])
      }
    }

    func addElement() -> Slot {
      let slot = Slot()
      if case .list(var slots) = content {
        content = nil
        slots.append(slot)
        content = .list(slots)
      } else {
        content = .list([slot])
      }
      return slot
    }

    func addEntry(_ key: String) -> Slot {
      let slot = Slot()
      if case .map(var entries) = content {
        content = nil
        entries.append((key, slot))
        content = .map(entries)
      } else {
        content = .map([(key, slot)])
      }
      return slot
    }
  }

  let slot: Slot
  let codingPath: [any CodingKey]
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  static func encode(_ value: some Encodable, path: [any CodingKey]) throws -> Value {
    let slot = Slot()
    try encode(value, into: slot, path: path)
    return slot.value
  }

  static func encode(_ value: some Encodable, into slot: Slot, path: [any CodingKey]) throws {
    if let known = Value(known: value) {
      slot.content = .value(known)
    } else {
      try value.encode(to: ValueEncoding(slot: slot, codingPath: path))
    }
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    if slot.content == nil { slot.content = .map([]) }
    return KeyedEncodingContainer(KeyedValueEncoding(slot: slot, codingPath: codingPath))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    if slot.content == nil { slot.content = .list([]) }
    return UnkeyedValueEncoding(slot: slot, codingPath: codingPath)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer {
    SingleValueEncoding(slot: slot, codingPath: codingPath)
  }
}

extension Value {
  /// The value of a type that has a case of its own; nil for every other type.
  init?(known value: some Encodable) {
    switch value {
    case let value as Value: self = value
    case let value as String: self = .string(value)
    case let value as Bool: self = .bool(value)
    case let value as Int: self = .int(Int64(value))
    case let value as Int64: self = .int(value)
    case let value as Double: self = .double(value)
    // An empty list of anything can be cast to a list of bytes; only real ones are.
    case let bytes as [UInt8] where Swift.type(of: value) == [UInt8].self: self = .bytes(bytes)
    case let value as Timestamp: self = .timestamp(value)
    case let value as TimeSpan: self = .duration(value)
    case let value as ValueMap: self = .map(value)
    case let value as any FixedWidthInteger: self.init(integer: value)
    case let value as Float: self = .double(Double(value))
    default: return nil
    }
  }

  /// As JSON reads integers: an `int` when it fits, else a `uint`.
  private init?(integer value: some FixedWidthInteger) {
    if let number = Int64(exactly: value) {
      self = .int(number)
    } else if let number = UInt64(exactly: value) {
      self = .uint(number)
    } else {
      return nil
    }
  }
}
