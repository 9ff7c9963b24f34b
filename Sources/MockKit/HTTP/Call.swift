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
    method: String, path: String, query: [String: String], headers: [String: String],
    parameters: [String: String], body: Data, trace: Traceparent
  ) {
    self.method = method
    self.path = path
    self.query = query
    self.headers = headers
    self.parameters = parameters
    self.body = body
    self.trace = trace
  }

  /// The body as a value, or the error that names the first field that does not fit.
  package func decode<Value: Decodable>(_ type: Value.Type) throws(InvalidRequest) -> Value {
    do {
      return try JSONDecoder().decode(type, from: body)
    } catch let error as DecodingError {
      throw InvalidRequest(error)
    } catch {
      throw InvalidRequest(field: "", reason: .notJSON)
    }
  }
}
