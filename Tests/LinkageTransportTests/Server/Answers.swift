extension RawServer.Action {
  /// A whole answer that keeps the connection.
  static func ok(_ body: String = "ok", headers: [String] = []) -> RawServer.Action {
    answer("200 OK", body, headers: headers)
  }

  static func answer(
    _ status: String, _ body: String = "", headers: [String] = []
  ) -> RawServer.Action {
    let fields = headers.map { $0 + "\r\n" }.joined()
    return .send(
      "HTTP/1.1 \(status)\r\nContent-Length: \(body.utf8.count)\r\n\(fields)\r\n\(body)")
  }

  static func redirect(_ status: String, to location: String) -> RawServer.Action {
    answer(status, "elsewhere", headers: ["Location: \(location)"])
  }
}
