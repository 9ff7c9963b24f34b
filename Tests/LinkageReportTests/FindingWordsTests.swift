import LinkageCore
import LinkageReport
import Testing
import Values

@Suite("Findings with a reason of their own say it")
struct FindingWordsTests {
  @Test(
    "a wait that `stop_if` ended, a form not sent, a `let` without a value",
    arguments: Language.allCases)
  func reasons(language: Language) {
    let texts =
      [stopped(), stoppedWithAnswer()] + forms.map(unsent) + [unsent("http.body.code: no such key")]
    let printed = texts.map { run in
      let printer = FindingPrinter(run: run, language: language)
      let finding = run.verdict.cases[0].findings[0]
      return printer.message(finding, in: 0) + "\n" + printer.short(finding, in: 0)
    }
    Golden.expect(printed.joined(separator: "\n\n") + "\n", is: "reasons.\(language.rawValue).txt")
  }

  @Test("nobody is told to raise `within` where it had not run out", arguments: Language.allCases)
  func noAdviceOnWithin(language: Language) {
    for run in [stopped(), stoppedWithAnswer()] {
      let printer = FindingPrinter(run: run, language: language)
      let message = printer.message(run.verdict.cases[0].findings[0], in: 0)
      #expect(!message.contains("raise") && !message.contains("调大"))
    }
  }

  private let forms = [
    "the form was not sent: its page answered 404",
    "the form was not sent: the page has no form",
    "the form was not sent: it has no field fone, did you mean phone? It has phone, password",
  ]

  private func stopped() -> JudgedRun {
    seen { item, measured in
      item.answer("GET", "\(SampleRuns.web)/api/points", 401, "{}", at: 103)
      item.finding(
        .notSynced, outcome: .refused(error: "not_logged_in"), measurement: measured,
        stoppedBy: "outcome == 'not_logged_in'")
    }
  }

  private func stoppedWithAnswer() -> JudgedRun {
    seen { item, measured in
      item.answer("GET", "\(SampleRuns.web)/api/points", 200, "{}", at: 103)
      let part = Condition.Part.of("out.points", in: "out.points == 50", 7)
      item.finding(
        .fieldMismatch, expectation: 0,
        condition: Condition(holds: false, parts: [part], problem: nil), outcome: .ok,
        measurement: measured, stoppedBy: "out.points > 0")
    }
  }

  /// A probe that may go on for an hour and was stopped at once.
  private func seen(_ fill: (inout CaseBuilder, Measurement) -> Void) -> JudgedRun {
    var run = RunBuilder()
    var item = CaseBuilder(
      source: Sources.together, id: "stopped", title: LocalizedText("Stopped"), number: 0)
    var measured = Measurement.made(
      SampleRuns.points, RunBuilder.interval(1.8, nil), reads: 1)
    measured.within = .seconds(3_600)
    item.step("earn", "mini.earn", writes: ["points"])
    item.step(
      "seen", "web.member", expecting: ["out.points == 50"],
      sync: .since("earn", over: SampleRuns.points, within: 3_600_000), status: .failed,
      measurement: measured)
    fill(&item, measured)
    item.add(to: &run, .failed)
    return run.run
  }

  private func unsent(_ detail: String) -> JudgedRun {
    var run = RunBuilder()
    var item = SampleRuns.login(0)
    let outcome = Outcome.unexpected(status: 200, detail: detail)
    item.answer("GET", "\(SampleRuns.web)/register", 200, "<html></html>", outcome: outcome)
    item.finding(.unexpectedAnswer, outcome: outcome, detail: detail)
    item.add(to: &run, .errored)
    return run.run
  }
}
