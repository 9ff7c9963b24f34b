import LinkageCore
import LinkageReport
import Testing
import Values

@Suite("What a suite checks is printed")
struct CoverageReportTests {
  private static func promise(
    _ subject: String, _ kind: Claim.Kind, by: [String] = [], skipped: [String] = []
  ) -> SuiteCoverage.Promise {
    SuiteCoverage.Promise(claim: Claim(subject, kind), checkedBy: by, skipped: skipped)
  }

  /// Every kind of promise, each of them unchecked.
  private static let promises: [SuiteCoverage.Promise] = {
    let way = Claim.Way(from: "mini", to: "web")
    let kinds: [Claim.Kind] = [
      .slo(.milliseconds(1_500), way), .within(.seconds(10), nil),
      .flow(field: "status", from: "paid", to: "shipped"), .monotonic(field: "version", .up),
      .monotonic(field: "left", .down), .least(field: "points", 0),
      .ledger(balance: "points", entries: "entries"), .readYourWrites(platform: "web"),
    ]
    let effects: [Claim.Kind] = [
      .once(input: "key"), .adds(entity: "points"), .takes(entity: "stock"),
      .spends(entity: "coupon"), .returns(entity: "coupon"), .deletes(entity: "member"), .forgery,
    ]
    return kinds.map { promise("order", $0) }
      + [
        promise("order", .same(field: "city")), promise("order", .same(field: "note")),
        promise("web.order", .exists, skipped: ["big-order"]),
        promise("web.pay", .exists, by: ["order"]),
      ] + effects.map { promise("web.order", $0, skipped: ["big-order", "refund"]) }
  }()

  static let coverage = SuiteCoverage(
    target: "staging", contract: "scenarios/contract.yaml",
    scenarios: (1...12).map { "a-journey-of-some-length-\($0)" } + ["order"],
    ways: [
      .init(
        link: Link(entity: "order", from: "mini", to: "web"),
        waiting: (1...12).map { "a-journey-of-some-length-\($0)" }, reading: ["order"]),
      .init(link: Link(entity: "order", from: "web", to: "mini"), waiting: [], reading: ["order"]),
      .init(link: Link(entity: "stock", from: "counter", to: "web"), waiting: [], reading: []),
    ], promises: promises,
    errors: [
      promise("web.order", .error("sold_out"), by: ["order"]),
      promise("web.order", .error("not_logged_in")), promise("web.pay", .error("gone")),
      promise("web.pay", .error("not_logged_in")),
    ], lacking: ["web.refund", "counter.stock"],
    skipped: [
      .init(name: "big-order [here=web]", lacks: ["web.refund"], denied: []),
      .init(name: "refund", lacks: ["web.refund"], denied: ["web.order"]),
    ])

  /// Nothing is left to say.
  private static let whole = SuiteCoverage(
    target: "mock", contract: "contract.yaml", scenarios: ["order"], ways: [],
    promises: [promise("web.order", .exists, by: ["order"])], errors: [], lacking: [], skipped: [])

  private static let unpromised = SuiteCoverage(
    target: "inline", contract: nil, scenarios: ["order"], ways: [], promises: [], errors: [],
    lacking: nil, skipped: [])

  @Test("with all that is missing, in each language", arguments: Language.allCases)
  func text(language: Language) {
    let report = CoverageReport(language: language, width: nil)
    Golden.expect(report.text(Self.coverage), is: "coverage.\(language.rawValue).txt")
  }

  @Test("for programs, every key")
  func json() {
    Golden.expect(CoverageJSON.text(Self.coverage), is: "coverage.json")
  }

  @Test("a suite that misses nothing says so in two lines", arguments: Language.allCases)
  func whole(language: Language) {
    let text = CoverageReport(language: language, width: nil).text(Self.whole)
    #expect(text.split(separator: "\n").count == 2, "\(text)")
    #expect(text.contains(language == .chinese ? "每一项都有场景检查" : "every one checked"))
  }

  @Test("without a contract nothing is counted", arguments: Language.allCases)
  func unpromised(language: Language) {
    let text = CoverageReport(language: language, width: nil).text(Self.unpromised)
    #expect(text.contains(language == .chinese ? "没有约定" : "There is no contract"), "\(text)")
  }

  @Test("long lists are folded in the width of the terminal", arguments: [60, 80, 200])
  func width(width: Int) {
    let text = CoverageReport(language: .english, width: width).text(Self.coverage)
    let lines = text.split(separator: "\n").filter { $0.contains("a-journey") }
    #expect(!lines.isEmpty)
    for line in lines { #expect(DisplayWidth.of(line) <= width, "\(line)") }
    for number in 1...12 { #expect(text.contains("a-journey-of-some-length-\(number)")) }
  }

  @Test("colour comes only when asked for, and changes no word")
  func colour() {
    let plain = CoverageReport(language: .english, width: nil).text(Self.coverage)
    let coloured = CoverageReport(language: .english, style: .ansi, width: nil)
      .text(Self.coverage)
    #expect(!plain.contains("\u{1B}") && coloured.contains("\u{1B}"))
    #expect(coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
  }
}
