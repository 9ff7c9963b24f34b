package import LinkageCore

/// Requests of a stored run as lines that a shell runs, each under what it was.
package struct CurlScript {
  private let run: History
  private let words: any CurlWords
  private let language: Language
  private let isFilledIn: Bool
  private var writer: CurlWriter

  /// - Parameters:
  ///   - secrets: the environment's, by the names that `secret.NAME` uses; they are filled in. `nil`
  ///     leaves their variables.
  package init(_ run: History, language: Language, secrets: [String: String]?) {
    self.run = run
    self.language = language
    words = language.curlWords
    isFilledIn = secrets != nil
    let values = (secrets ?? [:]).map { ("LINKAGE_SECRET_" + $0.key, $0.value) }
    writer = CurlWriter(
      names: run.header.secretNames ?? [:],
      values: Dictionary(values, uniquingKeysWith: { $1 }))
  }

  /// - Parameter chosen: what was asked for; something was.
  package mutating func text(_ chosen: [ChosenStep]) -> String {
    var sent = Set(chosen.flatMap(\.completions).compactMap(\.ownRead))
    let blocks = chosen.flatMap { step in
      if step.exchanges.isEmpty { return [nothingSent(step)] }
      // Who runs all lines sends each request once, as the run did.
      let shared = step.completions.compactMap(\.shared)
      if !shared.isEmpty, shared.allSatisfy({ !sent.insert($0).inserted }) {
        return [comment(opening(step))]
      }
      return step.exchanges.map { block($0, of: step) }
    }
    let functions = writer.encodings.map(\.definition)
    return (functions + blocks).joined(separator: "\n\n") + "\n"
  }

  private func nothingSent(_ step: ChosenStep) -> String {
    comment([step.name, step.step.operation, words.nothingSent])
  }

  private mutating func block(_ exchange: Exchange, of step: ChosenStep) -> String {
    let platform = run.outline.platforms.first { $0.name == exchange.platform }
    let request = CurlRequest(exchange, on: platform)
    let command = writer.command(request)
    let answer =
      exchange.failure.map(language.outcomeWords.failure) ?? exchange.status.map(String.init)
    let wall = run.header.startedWall + (exchange.sent - run.header.started).count / 1_000_000
    let result = [exchange.platform, UTCText.millisecond(wall), answer].compactMap(\.self)
    let lines = [comment(opening(step) + result)] + remarks(request, exchange)
    return (lines + [command]).joined(separator: "\n")
  }

  private func opening(_ step: ChosenStep) -> [String] {
    [
      step.name, step.readName(language), step.sender.map(words.sentBy), step.step.operation,
    ].compactMap(\.self)
  }

  /// What a person must know before the line does what the run did.
  private func remarks(_ request: CurlRequest, _ exchange: Exchange) -> [String] {
    var lines = writer.used.map { variable in
      let place = words.place(variable.place)
      if variable.isEnvironment {
        return words.environment(variable.name, place, isFilledIn: isFilledIn)
      }
      return words.unknown(variable.name, place)
    }
    switch request.body {
    case .cut(let bytes): lines.append(words.cutBody(bytes))
    case .binary(let bytes): lines.append(words.binaryBody(bytes))
    default: break
    }
    if exchange.facts == nil { lines.append(words.older) }
    let isNamed = !["GET", "HEAD", "POST"].contains(request.method)
    if request.follow > 0, isNamed { lines.append(words.seeOther(request.method)) }
    return lines.map { comment([$0]) }
  }

  private func comment(_ parts: [String]) -> String {
    "# " + VisibleText.line(parts.joined(separator: " · "))
  }
}

extension Completion {
  /// Which read it is, where its step sent it.
  fileprivate var ownRead: ReadReference? {
    guard shared == nil, let read else { return nil }
    return ReadReference(step: step, read: read)
  }
}
