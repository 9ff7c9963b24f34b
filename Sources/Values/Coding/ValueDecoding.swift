/// A decoder for one value.
struct ValueDecoding: Decoder {
  let value: Value
  let codingPath: [any CodingKey]
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    guard case .map(let map) = value else { throw mismatch(ValueMap.self) }
    return KeyedDecodingContainer(KeyedValueDecoding(map: map, codingPath: codingPath))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    guard case .list(let list) = value else { throw mismatch([Value].self) }
    return UnkeyedValueDecoding(list: list, codingPath: codingPath)
  }

  func singleValueContainer() -> any SingleValueDecodingContainer { self }

  private func mismatch(_ type: Any.Type) -> DecodingError {
    .typeMismatch(
      type, .init(codingPath: codingPath, debugDescription: "found \(value.typeName)"))
  }

  private func outOfRange(_ type: Any.Type) -> DecodingError {
    .dataCorrupted(
      .init(codingPath: codingPath, debugDescription: "\(value.textForm) does not fit \(type)"))
  }
}

extension ValueDecoding: SingleValueDecodingContainer {
  func decodeNil() -> Bool { value.isNull }

  func decode<T: Decodable>(_ type: T.Type) throws -> T {
    guard let known = try decodeKnown(type), let result = known as? T else {
      return try T(from: self)
    }
    return result
  }

  /// The result for a type that has a case of its own; nil for every other type.
  private func decodeKnown(_ type: Any.Type) throws -> Any? {
    switch type {
    case is Value.Type: value
    case is ValueMap.Type: try required(type, value.mapValue)
    case is String.Type: try required(type, value.stringValue)
    case is Bool.Type: try required(type, value.boolValue)
    case is Double.Type: try required(type, double)
    case is Float.Type: try required(type, double.map { Float($0) })
    case is [UInt8].Type: try bytes(type)
    case is Timestamp.Type: try required(type, timestamp)
    case is TimeSpan.Type: try required(type, span)
    case let type as any FixedWidthInteger.Type: try integer(type)
    default: nil
    }
  }

  private func required(_ type: Any.Type, _ result: Any?) throws -> Any {
    guard let result else { throw mismatch(type) }
    return result
  }

  private func integer<T: FixedWidthInteger>(_ type: T.Type) throws -> T {
    let result: T? =
      switch value {
      case .int(let number): T(exactly: number)
      case .uint(let number): T(exactly: number)
      case .double(let number): T(exactly: number)
      default: throw mismatch(type)
      }
    guard let result else { throw outOfRange(type) }
    return result
  }

  private var double: Double? {
    switch value {
    case .double(let number): number
    case .int(let number): Double(number)
    case .uint(let number): Double(number)
    default: nil
    }
  }

  private var timestamp: Timestamp? {
    value.timestampValue ?? value.stringValue.flatMap { Timestamp($0) }
  }

  private var span: TimeSpan? {
    value.durationValue ?? value.stringValue.flatMap { TimeSpan($0) }
  }

  /// Nil for a list, which decodes as one.
  private func bytes(_ type: Any.Type) throws -> Any? {
    if case .list = value { return nil }
    return try required(type, value.bytesValue ?? value.stringValue.flatMap(Base64.decode))
  }
}
