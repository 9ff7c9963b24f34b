package import LinkageCore

/// Requests as they are sent, with all their secrets, as lines that a shell runs.
package struct CurlLogLines {
  private let header: RunHeader
  private var writer = CurlWriter(names: [:], values: [:], isBehindProxy: false)

  package init(_ header: RunHeader) { self.header = header }

  /// A comment that says when and what came of it, the line, and an empty one.
  package mutating func text(
    _ request: HTTPRequest, _ exchange: HTTPExchange, inSession: Bool
  ) -> String {
    let wall = header.startedWall + (exchange.sent - header.started).count / 1_000_000
    let answer =
      switch exchange.result {
      case .success(let answer): String(answer.status)
      case .failure(let failure): failure.kind.rawValue
      }
    let command = writer.command(
      CurlRequest(request, cookie: exchange.cookie, inSession: inSession))
    return "# \(UTCText.millisecond(wall)) · \(answer)\n\(command)\n\n"
  }
}
