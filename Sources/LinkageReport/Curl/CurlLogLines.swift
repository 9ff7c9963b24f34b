package import LinkageCore

/// Requests as they are sent, with all their secrets, as lines that a shell runs.
package struct CurlLogLines {
  private let header: RunHeader
  private let outline: Outline
  private let trees: [StepTree]
  private var writer = CurlWriter(names: [:], values: [:])

  package init(_ header: RunHeader, _ outline: Outline) {
    self.header = header
    self.outline = outline
    trees = StepTree.all(of: outline.cases.map(\.steps))
  }

  /// A comment that says whose it is, when, and what came of it, the line, and an empty one.
  package mutating func text(
    _ request: HTTPRequest, _ exchange: HTTPExchange, inSession: Bool, of step: StepReference?
  ) -> String {
    let wall = header.startedWall + (exchange.sent - header.started).count / 1_000_000
    let answer =
      switch exchange.result {
      case .success(let answer): String(answer.status)
      case .failure(let failure): failure.kind.rawValue
      }
    let command = writer.command(
      CurlRequest(request, cookie: exchange.cookie, inSession: inSession))
    let name = step.flatMap { outline.name(of: $0) { trees[$0] } }
    let comment = [name, UTCText.millisecond(wall), answer].compactMap(\.self)
    return "# \(VisibleText.line(comment.joined(separator: " · ")))\n\(command)\n\n"
  }
}
