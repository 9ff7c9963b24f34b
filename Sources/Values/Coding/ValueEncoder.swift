/// Turns `Encodable` types into values.
///
/// Types with keys become maps with string keys, nil properties are left out, 64-bit integers stay
/// exact. `Value`, `Timestamp` and `TimeSpan` are taken over unchanged, `[UInt8]` becomes `bytes`.
/// Errors are `EncodingError`s with the coding path.
public struct ValueEncoder: Sendable {
  public init() {}

  public func encode(_ value: some Encodable) throws -> Value {
    try ValueEncoding.encode(value, path: [])
  }
}
