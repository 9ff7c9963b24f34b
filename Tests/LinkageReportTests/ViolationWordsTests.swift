import LinkageCore
import Testing
import Values

@testable import LinkageReport

@Suite("Violations are told in sentences")
struct ViolationWordsTests {
  private typealias Facts = [(String, Value)]

  private static func violation(
    _ type: FailureType, field: String? = nil, _ facts: [(String, Value)] = [],
    entity: String? = "order", key: Value? = "o1", platform: String? = "mini"
  ) -> CheckResult.Violation {
    CheckResult.Violation(
      type: type, witness: [], step: nil, entity: entity, key: key, platform: platform,
      field: field, facts: facts.map { CheckResult.Fact($0, $1) })
  }

  /// Every shape that a checker gives.
  private static let all: [CheckResult.Violation] = [
    violation(.lost), violation(.lost, field: "version", [("expected", 2), ("found", 1)]),
    violation(.lost, field: "entries", [("expected", "e1")], entity: "points", key: "m1"),
    violation(.vanished), violation(.vanished, field: "version", [("expected", 2), ("found", 1)]),
    violation(.phantom, [("refused", "out_of_stock")]), violation(.flickered),
    violation(.flickered, field: "version", [("expected", 2), ("found", 1)]),
    violation(.flickered, key: nil), violation(.flickered, entity: nil, key: nil),
    violation(.wentBack, field: "status", [("earlier", "shipped"), ("found", "paid")]),
    violation(.stale), violation(.stale, field: "version", [("expected", 2), ("found", 1)]),
    violation(.stale, field: "entries", [("expected", "e1")]), violation(.outOfOrder),
    violation(.blocked, [("from", "web"), ("stuck", 7)]),
    violation(.duplicated, field: "orders", [("found", "o1")]),
    violation(.duplicated, [("other", "o2"), ("submission", "key")]),
    violation(.notConserved, field: "points", [("sum", 40), ("found", 50)]),
    violation(
      .notConserved, field: "points",
      [("earlier", 10), ("least", 20), ("most", 30), ("found", 50)]),
    violation(.notConserved, field: "stock", [("least", 0), ("found", -1)]),
    violation(.usedTwice, [("found", 2)], entity: "coupon", key: "c1"),
    violation(
      .diverged, field: "name", [("found", "A"), ("otherPlatform", "web"), ("other", "B")]),
    violation(.diverged, [("deletedOn", "web"), ("found", true)]),
    violation(.leaked, [("owner", "alice"), ("case", "points-parity")]),
    violation(.notRefused, entity: nil, key: nil),
    violation(.notRefused, field: "points", [("earlier", 1), ("found", 9)]),
    violation(.restless, field: "version", [("earlier", 1), ("found", 9)]),
  ]

  private func sentences(_ language: Language) -> [String] {
    let outline = Sample.passed.run.history.outline
    return Self.all.map { violation in
      language.violationWords.sentence(ViolationFacts(violation, outline))
    }
  }

  @Test("all as recorded", arguments: Language.allCases)
  func recorded(language: Language) {
    Golden.expect(
      sentences(language).joined(separator: "\n") + "\n", is: "violations.\(language.rawValue).txt")
  }

  @Test("each says something of its own", arguments: Language.allCases)
  func different(language: Language) {
    let sentences = sentences(language)
    #expect(Set(sentences).count == sentences.count)
    #expect(!sentences.contains { $0.contains("?") || $0.contains("nil") })
  }

  @Test("a violation stored before there was more than its type still has a sentence")
  func old() throws {
    let old = CheckResult.Violation(type: .flickered, witness: [], step: nil)
    let text = Language.english.violationWords.sentence(
      ViolationFacts(old, Sample.passed.run.history.outline))
    #expect(text == "something was visible, then gone again")
  }

  @Test("a witness at a position that is no operation is left out")
  func strangeWitness() {
    let run = Sample.inconsistent.run
    let strange = CheckResult.Violation(type: .lost, witness: [-1, 1, 4_711], step: nil)
    let printer = ViolationPrinter(run: run, language: .english)
    #expect(printer.witnesses(strange).map(\.event) == [1])
  }
}
