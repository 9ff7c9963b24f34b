/// A request whose body does not say what the route needs.
package struct InvalidRequest: Error, Sendable, Equatable {
  package enum Reason: Sendable, Equatable {
    case notJSON
    case missing
    case wrongType
    /// A number where a whole one was expected, or one beyond 64 bits.
    case number
    case outside(String)
  }

  /// The path of the field, such as `items[0].sku`; empty for the body as a whole.
  package let field: String
  package let reason: Reason

  package init(field: String, reason: Reason) {
    self.field = field
    self.reason = reason
  }

  init(_ error: DecodingError) {
    switch error {
    case .keyNotFound(let key, let context):
      self.init(field: Self.path(context.codingPath + [key]), reason: .missing)
    case .valueNotFound(_, let context):
      self.init(field: Self.path(context.codingPath), reason: .missing)
    case .typeMismatch(_, let context):
      self.init(field: Self.path(context.codingPath), reason: .wrongType)
    case .dataCorrupted(let context):
      let path = Self.path(context.codingPath)
      let text = context.debugDescription
      if text.hasPrefix("expected ") {
        self.init(field: path, reason: .outside(String(text.dropFirst(9))))
      } else {
        self.init(field: path, reason: path.isEmpty ? .notJSON : .wrongType)
      }
    @unknown default:
      self.init(field: "", reason: .notJSON)
    }
  }

  private static func path(_ keys: [any CodingKey]) -> String {
    keys.reduce(into: "") { path, key in
      if let index = key.intValue {
        path += "[\(index)]"
      } else {
        path += (path.isEmpty ? "" : ".") + key.stringValue
      }
    }
  }
}
