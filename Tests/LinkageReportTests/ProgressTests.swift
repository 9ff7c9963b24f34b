import LinkageCore
import LinkageReport
import Testing
import Values

@Suite("Progress is told from events alone")
struct ProgressTests {
  private func event(_ milliseconds: Double, _ kind: Event.Kind) -> Event {
    Event(at: RunBuilder.at(milliseconds), kind: kind)
  }

  private func invoked(_ number: Int, _ step: Int) -> Event.Kind {
    .invoked(
      Invocation(
        step: StepReference(case: number, step: step), read: nil, planned: nil, inputs: .null))
  }

  private func completed(_ number: Int, _ step: Int, at moment: Double) -> Event.Kind {
    var item = CaseBuilder(
      source: Sources.points, id: "", title: LocalizedText(""), number: number)
    item.step("register", "web.register")
    item.answer("POST", "/", 200, at: moment)
    guard case .completed(var completion) = item.events[0].kind else {
      return .caseStarted(case: 0)
    }
    completion.step.step = step
    return .completed(completion)
  }

  private func ended(_ number: Int, _ step: Int) -> Event.Kind {
    .stepEnded(StepEnd(step: StepReference(case: number, step: step), reason: .satisfied))
  }

  /// The second case of the failed sample waits for its points; the first has passed.
  private func waiting(_ language: Language) -> Progress {
    var progress = Progress(outline: Sample.failed.run.history.outline, language: language)
    let events = [
      event(0, .caseStarted(case: 0)), event(1, .caseStarted(case: 1)),
      event(9, .caseEnded(CaseEnd(case: 0, reason: .finished))), event(10, invoked(1, 2)),
      event(100, completed(1, 2, at: 100)), event(100, ended(1, 2)), event(101, invoked(1, 3)),
      event(140, invoked(1, 3)),
    ]
    for event in events { progress.take(event) }
    return progress
  }

  @Test("a running scenario says what it waits for, since when, and how often it looked")
  func running() {
    let lines = waiting(.english).lines(at: RunBuilder.at(3_300), width: 80)
    #expect(
      lines == [
        "1/4 scenarios done, 1 running   3.30 s",
        "  earn-in-mini  balance  waiting 3.20 s for points mini→web since earn…   3.30 s",
      ])
    let chinese = waiting(.chinese).lines(at: RunBuilder.at(3_300), width: 80)
    #expect(
      chinese == [
        "已完成 1/4 个场景，正在执行 1 个   3.30 s",
        "  earn-in-mini  balance  等待 earn 经 points mini→web 同步，已 3.20 s…    3.30 s",
      ])
  }

  @Test("no line is wider than the terminal", arguments: [40, 60, 80, 120], Language.allCases)
  func width(columns: Int, language: Language) {
    for line in waiting(language).lines(at: RunBuilder.at(3_300), width: columns) {
      let wide = line.unicodeScalars.count { $0.value >= 0x2E80 }
      #expect(line.count + wide <= columns)
    }
  }

  @Test("more scenarios than lines are counted")
  func height() {
    let outline = Sample.failed.run.history.outline
    var progress = Progress(outline: outline, language: .english)
    for number in outline.cases.indices { progress.take(event(0, .caseStarted(case: number))) }
    let lines = progress.lines(at: RunBuilder.at(5), width: 80, height: 3)
    #expect(lines.count == 3)
    #expect(lines[2] == "  … and 3 more")
  }

  @Test("each finished scenario is told once, with the first thing that went wrong")
  func finished() {
    var progress = waiting(.english)
    #expect(progress.finishedLines() == ["[1/4] ✔ web-register-mini-login  9 ms"])
    #expect(progress.finishedLines() == [])
    let reference = StepReference(case: 1, step: 3)
    progress.take(event(10_200, .stepEnded(StepEnd(step: reference, reason: .deadline))))
    progress.take(event(10_301, .caseEnded(CaseEnd(case: 1, reason: .finished))))
    progress.take(event(10_302, .caseEnded(CaseEnd(case: 2, reason: .skipped(.when)))))
    progress.take(event(10_303, .caseStarted(case: 3)))
    progress.take(event(10_304, .caseEnded(CaseEnd(case: 3, reason: .interrupted))))
    #expect(
      progress.finishedLines() == [
        "[2/4] ✘ earn-in-mini  10.30 s  balance: not visible by the deadline",
        "[3/4] - mini-order-web-lookup  its `when` does not hold",
        "[4/4] ! register-twice  1 ms  interrupted",
      ])
  }

  @Test("what decides nothing has the mark that reports give it")
  func undecided() {
    let reference = StepReference(case: 0, step: 1)
    let failure = TransportFailure(kind: .lost, wasSent: true, detail: "")
    for (outcome, reason, sign) in [
      (Outcome.unknown(reason: failure, status: nil), StepEnd.Reason.unsatisfied, "?"),
      (.unexpected(status: 418, detail: nil), .unsatisfied, "?"),
      (.unreachable(failure), .deadline, "?"),
      (.refused(error: "taken"), .unsatisfied, "✘"), (.ok, .deadline, "✘"),
      (.ok, .notRunnable(problem: "", place: nil), "?"),
    ] {
      var progress = Progress(outline: Sample.passed.run.history.outline, language: .english)
      progress.take(event(0, .caseStarted(case: 0)))
      progress.take(event(1, invoked(0, 1)))
      guard case .completed(var completion) = completed(0, 1, at: 2) else { continue }
      completion.outcome = outcome
      progress.take(event(2, .completed(completion)))
      progress.take(event(3, .stepEnded(StepEnd(step: reference, reason: reason))))
      progress.take(event(4, .caseEnded(CaseEnd(case: 0, reason: .finished))))
      #expect(progress.finishedLines()[0].hasPrefix("[1/2] \(sign) "), "\(outcome)")
    }
  }

  @Test("events of cases and steps that the outline does not have are shown, not a crash")
  func strangers() {
    var progress = Progress(outline: Sample.passed.run.history.outline, language: .english)
    progress.take(event(0, .caseStarted(case: 77)))
    progress.take(event(0, invoked(77, 5)))
    progress.take(event(1, .caseStarted(case: 0)))
    progress.take(event(2, invoked(0, 55)))
    #expect(progress.lines(at: RunBuilder.at(5), width: 80).count == 3)
    progress.take(event(3, .caseEnded(CaseEnd(case: 77, reason: .finished))))
    #expect(progress.finishedLines() == ["[1/2] ✔ ?  3 ms"])
  }

  @Test("what runs together is told together, rounds and flows by name")
  func together() {
    var progress = Progress(outline: Sample.groups.run.history.outline, language: .english)
    let events = [
      event(0, .caseStarted(case: 0)), event(1, invoked(0, 3)), event(1, invoked(0, 4)),
      event(1, invoked(0, 5)),
    ]
    for event in events { progress.take(event) }
    let name = "earn-together [level=gold, …"
    #expect(doing(progress).hasPrefix("  \(name)  onWeb + onMini  "))
    for step in [4, 5, 3] { progress.take(event(2, ended(0, step))) }
    progress.take(event(3, invoked(0, 9)))
    progress.take(event(3, invoked(0, 10)))
    #expect(doing(progress).hasPrefix("  \(name)  often 2/3 › earn  mini.earn  "))
    progress.take(event(4, ended(0, 10)))
    progress.take(event(5, invoked(0, 11)))
    #expect(doing(progress).contains("often 2/3 › seen  waiting"))
  }

  private func doing(_ progress: Progress) -> String {
    let lines = progress.lines(at: RunBuilder.at(9), width: 120)
    return lines.count == 2 ? lines[1] : ""
  }

  @Test(
    "a latency that the verdict has yet to judge is not called passed",
    arguments: [(true, false), (false, true), (false, false)], Language.allCases)
  func neutral(bounds: (slo: Bool, hold: Bool), language: Language) {
    var outline = Sample.passed.run.history.outline
    let length = RunBuilder.ms(10)
    outline.cases[0].steps[1].sync?.slo = bounds.slo ? length : nil
    outline.cases[0].steps[1].sync?.hold = bounds.hold ? length : nil
    var progress = Progress(outline: outline, language: language)
    progress.take(event(0, .caseStarted(case: 0)))
    progress.take(event(1, ended(0, 1)))
    progress.take(event(9, .caseEnded(CaseEnd(case: 0, reason: .finished))))
    let note = language == .english ? "done; its latency is judged at the end" : "已执行完，延迟待最后判定"
    let name = "web-register-mini-login  9 ms"
    let open = bounds.slo || bounds.hold
    #expect(progress.finishedLines() == [open ? "[1/2] · \(name)  \(note)" : "[1/2] ✔ \(name)"])
  }
}
