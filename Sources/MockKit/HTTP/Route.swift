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

  func takes(path: String) -> Bool {
    let asked = path.split(separator: "/")
    let own = self.path.split(separator: "/")
    return asked.count == own.count && zip(asked, own).allSatisfy { $0 == $1 || $1.hasPrefix("{") }
  }

  package var title: String { "\(method.rawValue) \(path)" }
}
