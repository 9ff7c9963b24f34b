import LinkageCore

/// What one transfer is for.
enum Errand: Sendable {
  case request(HTTPRequest, SessionID?)
  /// Opens a connection, with TLS where the URL says so, and sends nothing.
  case reach(String, by: Connection, Nanoseconds)

  var connection: Connection {
    switch self {
    case .request(let request, _): request.connection
    case .reach(_, let connection, _): connection
    }
  }
}
