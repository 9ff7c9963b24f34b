import LinkageCore
import Values

/// An encoder that writes a column's text as it goes, without a tree in between.
struct ColumnEncoding: Encoder {
  let writer: ColumnWriter
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    KeyedEncodingContainer(
      KeyedColumnEncoding(writer: writer, depth: writer.begin(isMap: true)))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    UnkeyedColumnEncoding(writer: writer, depth: writer.begin(isMap: false))
  }

  func singleValueContainer() -> any SingleValueEncodingContainer {
    SingleColumnEncoding(writer: writer)
  }
}

extension ColumnWriter {
  /// Writes a value, whatever it is, and closes what it opened.
  func encode<T: Encodable>(_ value: T) throws {
    if writeKnown(value) { return }
    if T.self == [Outline.Step].self, let list = value as? [Outline.Step] {
      try steps(list) { try encodeGenerally(value) }
    } else {
      try encodeGenerally(value)
    }
  }

  private func encodeGenerally(_ value: some Encodable) throws {
    let outer = depth
    let before = bytes.count
    try value.encode(to: ColumnEncoding(writer: self))
    close(to: outer)
    // What asks for no container has no properties.
    if bytes.count == before { write("{}") }
  }

  /// What has a form of its own, and what occurs so often that the general way would cost too much.
  /// Types are compared before values are cast: casting in vain is slow.
  private func writeKnown<T: Encodable>(_ value: T) -> Bool {
    if T.self == String.self { return known(value, quote) }
    if T.self == Exchange.self { return known(value, exchange) }
    if T.self == Condition.self { return known(value, condition) }
    if T.self == Instant.self {
      return known(value) { (time: Instant) in number(time.nanoseconds) }
    }
    if T.self == StepReference.self { return known(value, reference) }
    if T.self == Value.self { return known(value) { (inner: Value) in self.value(inner) } }
    if T.self == Place.self { return known(value, place) }
    if T.self == Bool.self { return known(value, bool) }
    if T.self == Int.self { return known(value) { (number: Int) in self.number(Int64(number)) } }
    if T.self == Int64.self { return known(value, number) }
    if T.self == Nanoseconds.self { return known(value) { (n: Nanoseconds) in number(n.count) } }
    if T.self == Double.self { return known(value, double) }
    if T.self == [UInt8].self { return known(value) { (all: [UInt8]) in self.value(.bytes(all)) } }
    if T.self == ValueMap.self { return known(value) { (map: ValueMap) in self.value(.map(map)) } }
    if T.self == Timestamp.self {
      return known(value) { (time: Timestamp) in self.value(.timestamp(time)) }
    }
    if T.self == TimeSpan.self {
      return known(value) { (span: TimeSpan) in self.value(.duration(span)) }
    }
    return false
  }

  private func known<Known>(_ value: some Encodable, _ write: (Known) -> Void) -> Bool {
    guard let known = value as? Known else { return false }
    write(known)
    return true
  }
}
