import LinkageCore

/// Connections that end where they should not.
extension Misdeed {
  private static let ends: [(String, RawServer.Action)] = [("reset", .reset), ("closed", .close)]

  static let endings: [Misdeed] = ends.flatMap { word, end in
    [0, 1, 20, 60].map { (count: Int) in
      Misdeed(
        "\(word) after \(count) bytes of the request",
        count == 0 ? .refusedOrLost : .failed(.lost, ""), after: count, [end])
    }
      + stages.map { stage, text in
        Misdeed("\(word) \(stage)", .failed(.lost, ""), [.send(text), end])
      }
  }

  private static let head = "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n"
  private static let chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"

  private static let stages: [(String, String)] = [
    ("after the request", ""),
    ("after one byte", "H"),
    ("in the version", "HTTP/1."),
    ("in the status line", "HTTP/1.1 20"),
    ("behind the status", "HTTP/1.1 200"),
    ("behind the status line", "HTTP/1.1 200 OK\r\n"),
    ("in a header's name", "HTTP/1.1 200 OK\r\nConten"),
    ("in a header's value", "HTTP/1.1 200 OK\r\nContent-Length: 1"),
    ("behind a header", "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n"),
    ("between the last two line ends", "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r"),
    ("behind the headers", head),
    ("in the body", head + "half"),
    ("before the last byte", head + "123456789"),
    ("behind an interim answer", "HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n"),
    ("behind a chunked head", chunked),
    ("in a chunk's size", chunked + "1"),
    ("in a chunk", chunked + "5\r\nhal"),
    ("behind a chunk's data", chunked + "5\r\nwhole"),
    ("between chunks", chunked + "5\r\nwhole\r\n"),
    ("in the last chunk's size line", chunked + "5\r\nwhole\r\n0\r"),
  ]
}
