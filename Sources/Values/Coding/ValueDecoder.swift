/// Turns values into `Decodable` types; the inverse of `ValueEncoder`.
///
/// Integers are taken from `int`, `uint` and whole `double` values that fit, `Double` from every
/// number, `[UInt8]` also from base64 text, `Timestamp` and `TimeSpan` also from their text. A key
/// that is absent or null is a nil property. Errors are `DecodingError`s with the coding path.
public struct ValueDecoder: Sendable {
  public init() {}

  public func decode<T: Decodable>(_ type: T.Type, from value: Value) throws -> T {
    try ValueDecoding(value: value, codingPath: []).decode(type)
  }
}
