extension Call {
  /// A query parameter that is one of a few words; nothing where it is absent.
  package func choice<Value: RawRepresentable<String> & CaseIterable>(
    _ name: String, of type: Value.Type
  ) throws(InvalidRequest) -> Value? {
    guard let text = query[name] else { return nil }
    guard let value = Value(rawValue: text) else {
      let words = Value.allCases.map(\.rawValue).joined(separator: ", ")
      throw InvalidRequest(field: name, reason: .outside("one of \(words)"))
    }
    return value
  }
}
