extension KeyedDecodingContainer {
  /// A whole number; the error names the field also where the number is a broken one.
  func whole(_ key: Key) throws -> Int? {
    do {
      return try decodeIfPresent(Int.self, forKey: key)
    } catch {
      throw DecodingError.typeMismatch(
        Int.self,
        DecodingError.Context(
          codingPath: codingPath + [key], debugDescription: "expected a whole number"))
    }
  }
}
