import Foundation

/// What a small server answers.
struct SmallAnswer: Sendable {
  var status = 200
  var headers: [String] = []
  var body = ""

  static func json(_ body: String, status: Int = 200, _ headers: String...) -> SmallAnswer {
    SmallAnswer(status: status, headers: ["Content-Type: application/json"] + headers, body: body)
  }

  static func page(_ body: String, status: Int = 200, _ headers: String...) -> SmallAnswer {
    SmallAnswer(
      status: status, headers: ["Content-Type: text/html; charset=utf-8"] + headers,
      body: "<!doctype html><html><body>\(body)</body></html>")
  }

  static func redirect(_ location: String, _ headers: String...) -> SmallAnswer {
    SmallAnswer(status: 302, headers: ["Location: \(location)"] + headers)
  }

  static let notFound = SmallAnswer(status: 404)

  var bytes: Data {
    let lines = ["HTTP/1.1 \(status) Answer", "Content-Length: \(body.utf8.count)"] + headers
    return Data((lines.joined(separator: "\r\n") + "\r\n\r\n" + body).utf8)
  }
}
