import LinkageCore
import Values

/// Puts a judged run together by hand; moments are nanoseconds since the run's start.
struct RunBuilder {
  var sources: [SourceFile] = []
  var cases: [Outline.Case] = []
  var verdicts: [CaseVerdict] = []
  var events: [Event] = []
  var checks: [CheckResult] = []
  var entities: [Contract.Entity] = []
  var links: [LinkSummary] = []
  var judgement = Judgement.pass
  var wasInterrupted = false
  var readSpacing: Nanoseconds? = .milliseconds(2)

  static let start = Instant(1_000_000_000)

  static func at(_ milliseconds: Double) -> Instant {
    start + Nanoseconds(Int64(milliseconds * 1_000_000))
  }

  static func ms(_ milliseconds: Double) -> Nanoseconds {
    Nanoseconds(Int64((milliseconds * 1_000_000).rounded()))
  }

  static func interval(_ lower: Double, _ upper: Double?) -> LatencyInterval {
    LatencyInterval(
      lower: ms(lower), upper: upper.map(ms), point: upper.map { ms((max(lower, 0) + $0) / 2) })
  }

  var run: JudgedRun {
    let header = RunHeader(
      id: "20261121-031544-k7f3", startedWall: 1_795_230_944_120, started: Self.start, seed: 42,
      version: "0.1.0", command: ["linkage", "run", "scenarios"],
      environment: [
        .init(name: "machine", value: "2 cores"), .init(name: "mocks", value: "bundled"),
      ])
    let outline = Outline(
      target: "mock", platforms: Self.platforms, cases: cases, entities: entities, sources: sources)
    let verdict = Verdict(
      judgement: judgement, wasInterrupted: wasInterrupted, cases: verdicts, checks: checks,
      links: links,
      lateness: .init(
        p50: .microseconds(18), p99: .microseconds(96), max: .microseconds(410)),
      readSpacing: readSpacing)
    let end = Event(
      at: Self.at(11_020), kind: .runEnded(RunEnd(wasInterrupted: wasInterrupted, lateness: nil)))
    return JudgedRun(
      history: History(header: header, outline: outline, events: events + [end]), verdict: verdict)
  }

  static let platforms = [
    Outline.Platform(
      name: "web", title: LocalizedText(english: "Website", chinese: "网站"),
      base: "http://127.0.0.1:4701"),
    Outline.Platform(
      name: "mini", title: LocalizedText(english: "Mini-program", chinese: "小程序"),
      base: "http://127.0.0.1:4702"),
  ]

  /// Where a text stands in a source file.
  static func place(of text: String, in source: SourceFile) -> Place {
    for (number, line) in source.text.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    {
      guard let range = line.range(of: text) else { continue }
      let column = line.distance(from: line.startIndex, to: range.lowerBound) + 1
      return Place(path: source.path, line: number + 1, column: column, length: text.count)
    }
    return Place(path: source.path, line: 1, column: 1, length: 1)
  }
}

extension Substring {
  fileprivate func range(of text: String) -> Range<Index>? {
    indices.first { self[$0...].hasPrefix(text) }.map {
      $0..<index($0, offsetBy: text.count)
    }
  }
}

extension Condition.Part {
  /// A part of a condition, found by its text.
  static func of(_ text: String, in condition: String, _ value: Value) -> Condition.Part {
    Condition.Part(
      offset: offset(of: text, in: condition), length: text.utf8.count, text: text,
      type: value.typeName, value: value, problem: nil)
  }

  static func without(_ text: String, in condition: String, problem: String) -> Condition.Part {
    Condition.Part(
      offset: offset(of: text, in: condition), length: text.utf8.count, text: text, type: nil,
      value: .null, problem: problem)
  }

  private static func offset(of text: String, in condition: String) -> Int {
    let all = Array(condition.utf8)
    let wanted = Array(text.utf8)
    return all.indices.first { all[$0...].starts(with: wanted) } ?? 0
  }
}
