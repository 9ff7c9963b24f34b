package import Foundation

/// A request as the handlers see it.
package struct Call: Sendable {
  package enum Method: String, Sendable, CaseIterable {
    case get = "GET"
    case post = "POST"
    case put = "PUT"
    case patch = "PATCH"
    case delete = "DELETE"
  }

  package let method: String
  package let path: String
  /// Path and query, as they came over the wire.
  package let target: String
  /// Decoded query parameters; the first one of a name counts.
  package let query: [String: String]
  /// Names in lower case.
  package let headers: [String: String]
  /// What the braces of the route's path stand for.
  package let parameters: [String: String]
  package var body: Data
  package let trace: Traceparent
  /// Where it carries an idempotency key.
  package var ticket: IdempotencyTicket?
  /// As whom the handler took the caller.
  package let visitor = CallVisitor()

  package init(
    method: String, path: String, target: String? = nil, query: [String: String],
    headers: [String: String], parameters: [String: String], body: Data, trace: Traceparent
  ) {
    self.method = method
    self.path = path
    self.target = target ?? path
    self.query = query
    self.headers = headers
    self.parameters = parameters
    self.body = body
    self.trace = trace
  }

  /// The body as a value, or the error that names the first field that does not fit.
  package func decode<Value: Decodable>(_ type: Value.Type) throws(InvalidRequest) -> Value {
    // SQLite ends a text there, so what is stored would be another one than what was checked.
    guard body.range(of: Data("\\u0000".utf8)) == nil, !body.contains(0) else {
      throw InvalidRequest(field: "", reason: .outside("without NUL characters"))
    }
    do {
      return try JSONDecoder().decode(type, from: body)
    } catch let error as DecodingError {
      let found = InvalidRequest(error)
      // The decoder says the same of what is no JSON and of a number that fits no whole one.
      guard found.reason == .notJSON, isJSON else { throw found }
      throw InvalidRequest(field: found.field, reason: .number)
    } catch {
      throw InvalidRequest(field: "", reason: .notJSON)
    }
  }

  private var isJSON: Bool {
    (try? JSONSerialization.jsonObject(with: body, options: .fragmentsAllowed)) != nil
  }
}
