struct EnglishShowWords: ShowWords {
  func sent(_ platform: String, _ after: String) -> String {
    "to `\(platform)`, \(after) after the scenario began"
  }

  func received(_ after: String) -> String { "\(after) after the scenario began" }

  func time(_ phase: ShownPhase, _ length: String) -> String {
    switch phase {
    case .name: "name found after \(length)"
    case .connect: "connected after \(length)"
    case .tls: "TLS after \(length)"
    case .firstByte: "first byte after \(length)"
    case .total: "done after \(length)"
    }
  }

  func label(_ label: ShowLabel) -> String {
    switch label {
    case .times: "times"
    case .wire: "wire"
    case .outcome: "result"
    case .output: "out"
    case .sync: "sync"
    }
  }

  func connection(_ remote: String?, reused: Bool) -> String {
    (reused ? "reused connection" : "new connection") + (remote.map { " to \($0)" } ?? "")
  }

  func bytes(sent: Int, received: Int) -> String {
    "\(sent) bytes sent, \(received) bytes received"
  }

  func cutBody(_ bytes: Int) -> String { "(the beginning of \(bytes) bytes)" }
  func binaryBody(_ bytes: Int) -> String { "(\(bytes) bytes that are no text)" }
  let nothingSent = "nothing was sent"
  func otherReads(_ read: String) -> String { "\(read); --read N shows another" }
}
