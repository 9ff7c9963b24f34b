import LinkageCore
import LinkageReport
import Testing
import Values

@Suite("Failed expectations show the values of their parts")
struct FindingPrinterTests {
  /// The message of one condition that fails in `hello.yaml`, as it would stand there.
  private func message(_ condition: String, _ parts: [Condition.Part]) -> [String] {
    var run = RunBuilder()
    let source = SourceFile(path: "a.yaml", text: "- id: s\n  expect:\n    - \(condition)\n")
    var item = CaseBuilder(source: source, id: "a", title: LocalizedText("a"), number: 0)
    item.step("s", "web.read", expecting: [condition], status: .failed)
    item.finding(
      .expectationNotMet, expectation: 0,
      condition: Condition(holds: false, parts: parts, problem: nil))
    item.add(to: &run, .failed)
    let finding = run.run.verdict.cases[0].findings[0]
    return FindingPrinter(run: run.run, language: .english).message(finding, in: 0)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  @Test("values that would overlap move down, with a bar that leads to them")
  func stacked() {
    let condition = "a == b || c == d"
    let lines = message(
      condition,
      [
        .of("a", in: condition, "first"), .of("b", in: condition, "second"),
        .of("c", in: condition, 3), .of("d", in: condition, true),
      ])
    #expect(
      lines[6...11] == [
        "   |       ^    ^    ^    ^",
        "   |       |    |    |    bool true",
        "   |       |    |    int 3",
        "   |       |    string \"second\"",
        "   |       string \"first\"",
        "   = try: linkage check 20261121-031544-k7f3    judges this run again, sending nothing",
      ])
  }

  @Test("carets stand under the right columns after Chinese text")
  func chinese() {
    let condition = "'昵称' + out.name == x"
    let lines = message(
      condition, [.of("out.name", in: condition, "李雷"), .of("x", in: condition, 1)])
    #expect(lines[6] == "   |                ^^^^^^^^    ^")
    #expect(lines[7].hasPrefix("   |                |           int 1"))
  }

  @Test(
    "each type of value is named as expressions name it",
    arguments: [
      (Value.null, "null"), (.bool(true), "bool true"), (.uint(7), "uint 7"),
      (.double(1), "double 1.0"), (.list([1, "a"]), "list [1,\"a\"]"),
      (.string("a\"b\n"), "string \"a\\\"b\\n\""),
      (.timestamp(Timestamp(seconds: 0)), "timestamp \"1970-01-01T00:00:00Z\""),
      (.duration(TimeSpan(seconds: 1, nanoseconds: 500_000_000)), "duration \"1.5s\""),
    ])
  func values(value: Value, text: String) {
    #expect(message("out", [.of("out", in: "out", value)])[7] == "   |       \(text)")
  }

  @Test("a long string is cut to sixty columns and still ends in its quote")
  func longString() {
    let line = message("out", [.of("out", in: "out", .string(String(repeating: "会员", count: 40)))])[
      7]
    #expect(line.hasSuffix("…\""))
    #expect(line.count < 60)
  }

  @Test("offsets beyond the condition's text do no harm", arguments: [-5, 2, 900])
  func brokenOffsets(offset: Int) {
    let part = Condition.Part(
      offset: offset, length: 50, text: "?", type: "int", value: 1, problem: nil)
    #expect(message("会.a", [part]).contains { $0.contains("int 1") })
  }

  @Test("every type of finding has a headline of its own", arguments: Language.allCases)
  func headlines(language: Language) {
    let texts = FailureType.allCases.map { type -> String in
      var run = RunBuilder()
      var item = SampleRuns.login(0)
      item.finding(type, outcome: .refused(error: "phone_taken"))
      item.add(to: &run, .failed)
      let printer = FindingPrinter(run: run.run, language: language)
      return printer.message(run.run.verdict.cases[0].findings[0], in: 0)
        .split(separator: "\n").filter { !$0.contains(" | ") }.joined(separator: "\n")
    }
    Golden.expect(texts.joined(separator: "\n\n") + "\n", is: "headlines.\(language.rawValue).txt")
  }

  @Test("of several answers the message shows the one that the finding is about")
  func rightAnswer() {
    var run = RunBuilder()
    var item = SampleRuns.login(0)
    let outcome = Outcome.unexpected(status: 418, detail: nil)
    item.answer("GET", "/early", 418, "teapot", outcome: outcome)
    item.answer("GET", "/late", 200, "fine")
    item.finding(.unexpectedAnswer, outcome: outcome)
    item.finding(.unknownOutcome, outcome: .unknown(reason: nil, status: 503))
    item.add(to: &run, .errored)
    let printer = FindingPrinter(run: run.run, language: .english)
    let findings = run.run.verdict.cases[0].findings
    let message = printer.message(findings[0], in: 0)
    #expect(message.contains("answer: 418  teapot") && message.contains("GET /early"))
    #expect(printer.short(findings[1], in: 0).hasSuffix("happened: outcome unknown: status 503"))
  }

  @Test(
    "of a comparison the message names the platform that gave no answer",
    arguments: Language.allCases)
  func unreachableSide(language: Language) {
    var run = RunBuilder()
    var item = SampleRuns.login(0)
    let failure = TransportFailure(kind: .refused, wasSent: false, detail: "")
    let outcome = Outcome.unreachable(failure)
    item.step("same", "parity member", status: .failed, outcome: outcome)
    item.edit { $0.kind = .parity(reads: ["web", "mini"], entity: "member") }
    item.answer("GET", "\(SampleRuns.web)/api/member", 200)
    guard case .completed(var both) = item.events.removeLast().kind else { return }
    var lost = both.exchanges[0]
    (lost.platform, lost.url, lost.status) = ("mini", "\(SampleRuns.mini)/api/member", nil)
    lost.failure = failure
    (both.exchanges[0].platform, both.outcome) = ("web", outcome)
    both.exchanges.insert(lost, at: 0)
    item.events.append(Event(at: RunBuilder.at(100), kind: .completed(both)))
    item.finding(.unreachable, outcome: outcome)
    item.add(to: &run, .errored)
    let printer = FindingPrinter(run: run.run, language: language)
    let message = printer.message(run.run.verdict.cases[0].findings[0], in: 0)
    #expect(message.contains(language == .english ? "`mini` could not be" : "无法连接 `mini`"))
    #expect(message.contains(SampleRuns.mini) && message.contains("GET \(SampleRuns.web)/api"))
    #expect(message.contains(language == .english ? "answer: connection refused" : "响应：连接被拒绝"))
  }

  @Test(
    "what the contract promises and an ok answer lacks is told as that",
    arguments: Language.allCases)
  func broken(language: Language) {
    var run = RunBuilder()
    var item = SampleRuns.login(0)
    item.answer("POST", "/api/login", 200, "{}")
    item.finding(.fieldMismatch, outcome: .ok, detail: "out.points: \"many\" is no int")
    item.add(to: &run, .failed)
    let printer = FindingPrinter(run: run.run, language: language)
    let message = printer.message(run.run.verdict.cases[0].findings[0], in: 0)
    #expect(
      message.contains(language == .english ? "lacks what was promised" : "缺少约定的内容")
        && message.contains("`out`"))
    #expect(message.contains(language == .english ? "is no int" : "`out.points`：\"many\" 不是整数"))
  }

  @Test("a finding of a step that the outline does not have is named, not a crash")
  func unknownStep() {
    let run = Sample.passed.run
    let finding = Finding(
      type: .lost, step: 99, expectation: nil, condition: nil, outcome: nil, measurement: nil,
      place: nil, detail: nil)
    #expect(FindingPrinter(run: run, language: .english).message(finding, in: 0) == "Lost")
    #expect(FindingPrinter(run: run, language: .english).short(finding, in: 7) == "Lost")
  }
}
