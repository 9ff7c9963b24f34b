struct KeyedValueEncoding<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let slot: ValueEncoding.Slot
  let codingPath: [any CodingKey]

  func encodeNil(forKey key: Key) throws {
    slot.addEntry(key.stringValue).content = .value(.null)
  }

  func encode(_ value: some Encodable, forKey key: Key) throws {
    try ValueEncoding.encode(
      value, into: slot.addEntry(key.stringValue), path: codingPath + [key])
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Nested> {
    nested(key).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    nested(key).unkeyedContainer()
  }

  func superEncoder() -> any Encoder { nested(ValueCodingKey("super")) }
  func superEncoder(forKey key: Key) -> any Encoder { nested(key) }

  private func nested(_ key: any CodingKey) -> ValueEncoding {
    ValueEncoding(slot: slot.addEntry(key.stringValue), codingPath: codingPath + [key])
  }
}

struct UnkeyedValueEncoding: UnkeyedEncodingContainer {
  let slot: ValueEncoding.Slot
  let codingPath: [any CodingKey]

  var count: Int {
    if case .list(let slots) = slot.content { slots.count } else { 0 }
  }

  func encodeNil() throws { slot.addElement().content = .value(.null) }

  func encode(_ value: some Encodable) throws {
    let path = codingPath + [ValueCodingKey(count)]
    try ValueEncoding.encode(value, into: slot.addElement(), path: path)
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) -> KeyedEncodingContainer<Nested> {
    nested().container(keyedBy: type)
  }

  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { nested().unkeyedContainer() }
  func superEncoder() -> any Encoder { nested() }

  private func nested() -> ValueEncoding {
    let path = codingPath + [ValueCodingKey(count)]
    return ValueEncoding(slot: slot.addElement(), codingPath: path)
  }
}

struct SingleValueEncoding: SingleValueEncodingContainer {
  let slot: ValueEncoding.Slot
  let codingPath: [any CodingKey]

  func encodeNil() throws { slot.content = .value(.null) }

  func encode(_ value: some Encodable) throws {
    try ValueEncoding.encode(value, into: slot, path: codingPath)
  }
}

/// A key that is any text or a list's index.
struct ValueCodingKey: CodingKey {
  let stringValue: String
  let intValue: Int?

  init(_ text: String) {
    stringValue = text
    intValue = nil
  }

  init(_ index: Int) {
    stringValue = "Index \(index)"
    intValue = index
  }

  init?(stringValue: String) { self.init(stringValue) }
  init?(intValue: Int) { self.init(intValue) }
}
