/// A method and a path, such as `/api/orders/{id}`, with what answers them.
package struct Route: Sendable {
  package let method: Call.Method
  package let path: String
  package let handler: any Handler

  package init(_ method: Call.Method, _ path: String, _ handler: any Handler) {
    self.method = method
    self.path = path
    self.handler = handler
  }

  func takes(path: String) -> Bool { parameters(in: path) != nil }

  /// What the braces stand for in a path; `nil` where it is another route's.
  package func parameters(in path: String) -> [String: String]? {
    let (own, asked) = (self.path.split(separator: "/"), path.split(separator: "/"))
    guard own.count == asked.count else { return nil }
    var found: [String: String] = [:]
    for (piece, part) in zip(own, asked) {
      if piece.hasPrefix("{") {
        found[String(piece.dropFirst().dropLast())] = String(part)
      } else if piece != part {
        return nil
      }
    }
    return found
  }

  package var title: String { "\(method.rawValue) \(path)" }
}
