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

  package var title: String { "\(method.rawValue) \(path)" }
}
