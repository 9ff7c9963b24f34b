import LinkageCore

/// Status lines and headers that are wrong or without end.
extension Misdeed {
  static let heads: [Misdeed] = [
    Misdeed("not HTTP", .failed(.malformed, ""), [.send("hello, who is there?\r\n\r\n"), .close]),
    Misdeed("bytes of another protocol", .failed(.malformed, ""), [.bytes(noise), .close]),
    Misdeed("HTTP/0.9", .failed(.malformed, ""), [.send("<html>old</html>"), .close]),
    Misdeed("HTTP/3.0", .failed(.malformed, ""), [.send("HTTP/3.0 200 OK\r\n\r\n"), .close]),
    Misdeed(
      "another protocol's status", .failed(.malformed, ""),
      [.send("RTSP/1.0 200 OK\r\n\r\n"), .close]),
    Misdeed(
      "an empty line first", .failed(.malformed, ""),
      [.send("\r\nHTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"), .close]),
    status("no status", .failed(.malformed, ""), "HTTP/1.1"),
    status("a status in words", .failed(.malformed, ""), "HTTP/1.1 okay"),
    status("a status of two digits", .failed(.malformed, ""), "HTTP/1.1 20 OK"),
    status("a status of four digits", .failed(.malformed, ""), "HTTP/1.1 2000 OK"),
    status("status 000", .failed(.malformed, "response code"), "HTTP/1.1 000 OK"),
    status("status 099", .failed(.malformed, "response code"), "HTTP/1.1 099 OK"),
    status("status 600", .answered(600), "HTTP/1.1 600 OK"),
    status("status 999", .answered(999), "HTTP/1.1 999 OK"),
    status("a negative status", .failed(.malformed, ""), "HTTP/1.1 -20 OK"),
    status("no reason", .answered(200), "HTTP/1.1 200"),
    status("HTTP/1.0", .answered(200), "HTTP/1.0 200 OK"),
    Misdeed("bare line feeds", .answered(200), [.send("HTTP/1.1 200 OK\nContent-Length: 2\n\nok")]),
    head("a zero byte in a header", .failed(.malformed, ""), ["A: b\0c", "Content-Length: 0"]),
    head(
      "a zero byte in a header's name", .failed(.malformed, ""), ["A\0: b", "Content-Length: 0"]),
    head(
      "a header without a colon", .failed(.malformed, ""), ["No colon here", "Content-Length: 0"]),
    head("a header without a name", .failed(.malformed, "name"), [": b", "Content-Length: 0"]),
    head("a blank before the colon", .failed(.malformed, "name"), ["Content-Length : 0"]),
    head("bytes that are not UTF-8 text", .answered(200), ["A: \u{FF}", "Content-Length: 0"]),
    Misdeed(
      "a status line without end", .failed(.tooLarge, "header"),
      [.send("HTTP/1.1 200 "), .endless("x")]),
    Misdeed(
      "a header line without end", .failed(.tooLarge, "header"),
      [.send("HTTP/1.1 200 OK\r\nA: "), .endless("x")]),
    Misdeed(
      "headers without end", .failed(.tooLarge, "headers"),
      [.send("HTTP/1.1 200 OK\r\n"), .endless("A: b\r\n")]),
    Misdeed(
      "cookies without end", .failed(.tooLarge, "headers"),
      [.send("HTTP/1.1 200 OK\r\n"), .endless("Set-Cookie: a=b\r\n")]),
    Misdeed(
      "interim answers without end", .failed(.tooLarge, "headers"),
      [.endless("HTTP/1.1 100 Continue\r\n\r\n")]),
    Misdeed("garbage without end", .failed(.malformed, ""), [.endless("garbage")]),
    head(
      "1,000 cookies", .answered(200),
      (1...1000).map { "Set-Cookie: cookie\($0)=\($0); Path=/" } + ["Content-Length: 0"]),
    Misdeed(
      "an upgrade that nobody asked for", .failed(.malformed, "101"),
      [
        .send("HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\nHello"),
        .close,
      ]),
  ]

  private static let noise: [UInt8] = (0...255).map { UInt8($0) }

  private static func status(_ description: String, _ outcome: Outcome, _ line: String) -> Misdeed {
    Misdeed(description, outcome, [.send(line + "\r\nContent-Length: 0\r\n\r\n"), .close])
  }
}
