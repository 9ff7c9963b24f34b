struct KeyedColumnEncoding<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let writer: ColumnWriter
  /// Where its entries stand: what is open further inside has ended when the next one is written.
  let depth: Int
  var codingPath: [any CodingKey] { [] }

  func encodeNil(forKey key: Key) throws {
    write(key)
    writer.null()
  }

  func encode(_ value: String, forKey key: Key) throws {
    write(key)
    writer.quote(value)
  }

  func encode(_ value: Bool, forKey key: Key) throws {
    write(key)
    writer.bool(value)
  }

  func encode(_ value: Int, forKey key: Key) throws {
    write(key)
    writer.number(Int64(value))
  }

  func encode(_ value: Int64, forKey key: Key) throws {
    write(key)
    writer.number(value)
  }

  func encode(_ value: some Encodable, forKey key: Key) throws {
    write(key)
    try writer.encode(value)
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Nested> {
    nested(key).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    nested(key).unkeyedContainer()
  }

  func superEncoder() -> any Encoder {
    writer.close(to: depth)
    writer.key("super")
    return ColumnEncoding(writer: writer)
  }

  func superEncoder(forKey key: Key) -> any Encoder { nested(key) }

  private func write(_ key: Key) {
    writer.close(to: depth)
    writer.key(key.stringValue)
  }

  private func nested(_ key: Key) -> ColumnEncoding {
    write(key)
    return ColumnEncoding(writer: writer)
  }
}

struct UnkeyedColumnEncoding: UnkeyedEncodingContainer {
  let writer: ColumnWriter
  let depth: Int
  private(set) var count = 0
  var codingPath: [any CodingKey] { [] }

  init(writer: ColumnWriter, depth: Int) {
    self.writer = writer
    self.depth = depth
  }

  mutating func encodeNil() throws {
    next()
    writer.null()
  }

  mutating func encode(_ value: some Encodable) throws {
    next()
    try writer.encode(value)
  }

  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) -> KeyedEncodingContainer<Nested> {
    next()
    return ColumnEncoding(writer: writer).container(keyedBy: type)
  }

  mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    next()
    return ColumnEncoding(writer: writer).unkeyedContainer()
  }

  mutating func superEncoder() -> any Encoder {
    next()
    return ColumnEncoding(writer: writer)
  }

  private mutating func next() {
    writer.close(to: depth)
    writer.separate()
    count += 1
  }
}

struct SingleColumnEncoding: SingleValueEncodingContainer {
  let writer: ColumnWriter
  var codingPath: [any CodingKey] { [] }

  func encodeNil() throws { writer.null() }

  /// Numbers of all kinds end up here.
  func encode(_ value: some Encodable) throws {
    switch value {
    case let text as String: writer.quote(text)
    case let number as any FixedWidthInteger: writer.integer(number)
    case let number as Float: writer.double(Double(number))
    default: try writer.encode(value)
    }
  }
}
