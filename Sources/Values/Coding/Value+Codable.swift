/// With `ValueEncoder` and `ValueDecoder` a value passes through unchanged. Other coders see what
/// `json()` writes: what JSON does not have becomes text and is read back as text.
extension Value: Codable {
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .bool(let value): try container.encode(value)
    case .int(let value): try container.encode(value)
    case .uint(let value): try container.encode(value)
    case .double(let value) where value.isFinite: try container.encode(value)
    case .list(let list): try container.encode(list)
    case .map(let map): try container.encode(map)
    default: try container.encode(textForm)
    }
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = Self.scalar(in: container) {
      self = value
    } else if let list = try? container.decode([Value].self) {
      self = .list(list)
    } else {
      self = .map(try container.decode(ValueMap.self))
    }
  }

  private static func scalar(in container: any SingleValueDecodingContainer) -> Value? {
    if let value = try? container.decode(Bool.self) { return .bool(value) }
    if let value = try? container.decode(Int64.self) { return .int(value) }
    if let value = try? container.decode(UInt64.self) { return .uint(value) }
    if let value = try? container.decode(Double.self) { return .double(value) }
    return (try? container.decode(String.self)).map(Value.string)
  }
}

extension ValueMap: Codable {
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: ValueCodingKey.self)
    for (key, value) in self {
      try container.encode(value, forKey: ValueCodingKey(key.textForm))
    }
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: ValueCodingKey.self)
    self.init()
    for key in container.allKeys {
      self[key.stringValue] = try container.decode(Value.self, forKey: key)
    }
  }
}

/// Written as RFC 3339.
extension Timestamp: Codable {
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let time = Timestamp(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "this is no RFC 3339 time")
    }
    self = time
  }
}

/// Written as numbers with units: "1.5s".
extension TimeSpan: Codable {
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let span = TimeSpan(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "this is no duration")
    }
    self = span
  }
}
