extension Value {
  /// Reads one JSON text (RFC 8259, strictly).
  ///
  /// A number without fraction and exponent is an `int` when it fits, else a `uint` when it fits,
  /// else a `double`; every other number is a `double`. Of two equal keys the last one counts.
  /// Lists and maps may be nested 512 deep.
  public init(json: String) throws(JSONError) {
    var json = json
    self = try json.withUTF8 { Self.read(UnsafeRawBufferPointer($0)) }.get()
  }

  /// Reads one JSON text from its bytes in UTF-8. See `init(json:)`.
  public init(jsonBytes bytes: some Sequence<UInt8>) throws(JSONError) {
    let direct = bytes.withContiguousStorageIfAvailable { Self.read(UnsafeRawBufferPointer($0)) }
    let result = direct ?? Array(bytes).withUnsafeBytes { Self.read($0) }
    self = try result.get()
  }

  private static func read(_ bytes: UnsafeRawBufferPointer) -> Result<Value, JSONError> {
    var reader = JSONReader(bytes)
    do throws(JSONReader.Failure) {
      return .success(try reader.readDocument())
    } catch {
      return .failure(error.located(in: bytes))
    }
  }

  /// This value as JSON.
  ///
  /// A `double` keeps a fraction or exponent, so it is read back as a `double`. What JSON does not
  /// have becomes a string: NaN and the infinities ("NaN", "Infinity", "-Infinity"), bytes (base64),
  /// timestamps (RFC 3339), durations ("1.5s"), types (their name), and the keys of maps.
  public func json(pretty: Bool = false, sortedKeys: Bool = false) -> String {
    String(decoding: jsonBytes(pretty: pretty, sortedKeys: sortedKeys), as: UTF8.self)
  }

  /// The same in UTF-8.
  package func jsonBytes(pretty: Bool = false, sortedKeys: Bool = false) -> [UInt8] {
    var writer = JSONWriter(pretty: pretty, sortedKeys: sortedKeys)
    writer.write(self)
    return writer.output
  }
}
