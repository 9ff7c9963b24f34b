/// Reads a latency as people write it: `300ms`, `5ms..50ms`, `200ms±10ms`, `exponential 20ms`,
/// `lognormal 20ms 0.5`, `pareto 20ms 1.5`, and `90% 5ms + 10% exponential 200ms`.
enum LatencyReader {
  static func latency(_ text: String) throws(LinkLatencyError) -> LinkLatency {
    let parts = split(text, "+").map(trimmed)
    guard parts != [""] else { throw .empty }
    if parts.count == 1, !parts[0].contains("%") { return try single(parts[0]) }
    return try mixture(parts)
  }

  private static func mixture(_ texts: [String]) throws(LinkLatencyError) -> LinkLatency {
    var parts: [LinkLatency.Part] = []
    for text in texts { parts.append(try part(text)) }
    let sum = parts.reduce(0) { $0 + $1.share }
    guard abs(sum - 1) < 1e-9 else { throw .sharesNotWhole(sum: sum * 100) }
    return .mixture(parts)
  }

  private static func part(_ text: String) throws(LinkLatencyError) -> LinkLatency.Part {
    let halves = split(text, "%")
    guard halves.count == 2, let percent = Double(trimmed(halves[0])), percent > 0, percent <= 100
    else { throw .badShare(text) }
    return LinkLatency.Part(share: percent / 100, latency: try single(trimmed(halves[1])))
  }

  private static func single(_ text: String) throws(LinkLatencyError) -> LinkLatency {
    let words = text.split(separator: " ").map(String.init)
    switch (words.first, words.count) {
    case ("exponential", 2): return .exponential(mean: try length(words[1]))
    case ("lognormal", 3):
      return .lognormal(median: try length(words[1]), spread: try spread(words[2]))
    case ("pareto", 3):
      return .pareto(least: try length(words[1]), shape: try spread(words[2]))
    case ("exponential", _), ("lognormal", _), ("pareto", _): throw .unknownForm(text)
    default: break
    }
    if let range = text.firstRange(of: "..") {
      return try uniform(trimmed(text[..<range.lowerBound]), trimmed(text[range.upperBound...]))
    }
    if let sign = text.firstIndex(of: "±") {
      let deviation = try length(trimmed(text[text.index(after: sign)...]))
      return .normal(mean: try length(trimmed(text[..<sign])), deviation: deviation)
    }
    return .fixed(try length(text))
  }

  private static func uniform(
    _ from: String, _ to: String
  ) throws(LinkLatencyError) -> LinkLatency {
    let (low, high) = (try length(from), try length(to))
    guard low <= high else { throw .reversed(from: from, to: to) }
    return .uniform(low, high)
  }

  private static let units: [(name: String, nanoseconds: Double)] = [
    ("ms", 1e6), ("us", 1e3), ("µs", 1e3), ("s", 1e9), ("m", 60e9), ("h", 3600e9),
  ]

  private static func length(_ text: String) throws(LinkLatencyError) -> Duration {
    let length = try duration(text)
    guard length <= LinkLatency.longest else { throw .tooLong(text) }
    return length
  }

  /// Up to a hundred years.
  static func duration(_ text: String) throws(LinkLatencyError) -> Duration {
    guard let unit = units.first(where: { text.hasSuffix($0.name) }),
      let number = Double(text.dropLast(unit.name.count)), number.isFinite, number >= 0
    else {
      let isLength = text.first.map { $0.isNumber || "-.+".contains($0) } ?? true
      throw isLength ? .badLength(text) : .unknownForm(text)
    }
    guard number * unit.nanoseconds <= 100 * 365 * 86_400e9 else { throw .tooLong(text) }
    return .nanoseconds(Int64((number * unit.nanoseconds).rounded()))
  }

  private static func spread(_ text: String) throws(LinkLatencyError) -> Double {
    guard let number = Double(text), number > 0, number <= 5 else { throw .badSpread(text) }
    return number
  }

  private static func split(_ text: String, _ separator: Character) -> [String] {
    text.split(separator: separator, omittingEmptySubsequences: false).map(String.init)
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}

extension LinkLatency {
  /// - Parameter text: such as `5ms..50ms`.
  package init(_ text: String) throws(LinkLatencyError) {
    self = try LatencyReader.latency(text)
  }
}
