import Values

/// Codable values as the JSON text of a column, and back without loss.
enum ColumnText {
  static func encode(_ value: some Encodable) throws -> String {
    try encode(value, with: ColumnWriter())
  }

  /// - Parameter writer: used again, it need not find room anew.
  static func encode(_ value: some Encodable, with writer: ColumnWriter) throws -> String {
    writer.reset()
    try writer.encode(value)
    guard writer.hasMarkedKey else { return writer.text }
    return TaggedValue.tag(try ValueEncoder().encode(value)).json()
  }

  static func decode<T: Decodable>(_ type: T.Type, from text: String) throws -> T {
    try ValueDecoder().decode(type, from: TaggedValue.untag(try Value(json: text)))
  }
}
