import LinkageCheck
import LinkageCore
import Testing

@Suite("Judging a history")
struct JudgeTests {
  private func verdict(_ history: History) -> CaseVerdict { Judge.verdict(of: history).cases[0] }

  @Test("all expectations hold: passed")
  func passed() {
    var tiny = TinyHistory()
    tiny.step("register", expect: ["a", "b"])
    tiny.done(1, 2, holds: [true, true])
    tiny.end()
    let whole = Judge.verdict(of: tiny.history())
    #expect(whole.judgement == .pass)
    #expect(whole.cases[0].status == .passed)
    #expect(whole.cases[0].steps[0].duration == .milliseconds(1))
  }

  @Test("each expectation that does not hold, or has no value, is a finding")
  func notMet() {
    var tiny = TinyHistory()
    tiny.step("register", expect: ["a", "b", "c"])
    tiny.done(1, 2, holds: [true, false, nil])
    tiny.end(.unsatisfied)
    let verdict = verdict(tiny.history())
    #expect(verdict.status == .failed)
    #expect(verdict.findings.map(\.type) == [.expectationNotMet, .expectationNotMet])
    #expect(verdict.findings.map(\.expectation) == [1, 2])
  }

  @Test(
    "how an operation ended decides what is wrong",
    arguments: [
      (Outcome.refused(error: "phone_taken"), FailureType.refused, CaseVerdict.Status.failed),
      (.unexpected(status: 418, detail: nil), .unexpectedAnswer, .errored),
      (.unknown(reason: nil, status: 503), .unknownOutcome, .errored),
      (
        .unreachable(TransportFailure(kind: .refused, wasSent: false, detail: "")),
        .unreachable, .errored
      ),
    ])
  func outcomes(outcome: Outcome, type: FailureType, status: CaseVerdict.Status) {
    var tiny = TinyHistory()
    tiny.step("register")
    tiny.done(1, 2, outcome)
    tiny.end(.unsatisfied)
    let verdict = verdict(tiny.history())
    #expect(verdict.findings.map(\.type) == [type])
    #expect(verdict.status == status)
  }

  @Test("an error that was wanted passes, and its absence is NotRefused")
  func wantedErrors() {
    var wanted = TinyHistory()
    wanted.step("again", fails: "phone_taken")
    wanted.done(1, 2, .refused(error: "phone_taken"))
    wanted.end()
    #expect(verdict(wanted.history()).status == .passed)

    var missing = TinyHistory()
    missing.step("again", fails: "phone_taken")
    missing.done(1, 2)
    missing.end(.unsatisfied)
    #expect(verdict(missing.history()).findings.map(\.type) == [.notRefused])
  }

  @Test("another error than the one that was due is NotRefused")
  func otherError() {
    var tiny = TinyHistory()
    tiny.step("again", fails: "phone_taken")
    tiny.done(1, 2, .refused(error: "invalid_phone"))
    tiny.end(.unsatisfied)
    #expect(verdict(tiny.history()).findings.map(\.type) == [.notRefused])
  }

  @Test("what an answer lacked is told")
  func lacking() {
    var tiny = TinyHistory()
    tiny.step("look")
    tiny.done(1, 2, .unexpected(status: 200, detail: "out.amount: there is no key"))
    tiny.end(.unsatisfied)
    #expect(verdict(tiny.history()).findings.map(\.detail) == ["out.amount: there is no key"])
  }

  @Test("an error that may come passes")
  func allowedError() {
    var tiny = TinyHistory()
    tiny.step("buy", mayFail: ["sold_out"])
    tiny.done(1, 2, .refused(error: "sold_out"))
    tiny.end()
    #expect(verdict(tiny.history()).status == .passed)
  }

  @Test("a failing clean-up is told and does not fail the case")
  func cleanup() {
    var tiny = TinyHistory()
    tiny.step("register")
    tiny.done(1, 2)
    tiny.end()
    tiny.step("delete", isFinally: true)
    tiny.done(3, 4, .unexpected(status: 500, detail: nil))
    tiny.end(.unsatisfied)
    let verdict = verdict(tiny.history())
    #expect(verdict.status == .passed)
    #expect(verdict.cleanup.map(\.type) == [.unexpectedAnswer])
  }

  @Test("what is expected beside a due refusal must hold, too")
  func refusedAndExpected() {
    for holds in [true, false] {
      var tiny = TinyHistory()
      tiny.step("again", expect: ["http.status == 409"], fails: "phone_taken")
      tiny.done(1, 2, .refused(error: "phone_taken"), holds: [holds])
      tiny.end(holds ? .satisfied : .unsatisfied)
      let found = verdict(tiny.history()).findings.map(\.type)
      #expect(found == (holds ? [] : [.expectationNotMet]))
    }
  }

  @Test("a soft failure still fails the case, and definite failures come first")
  func soft() {
    var tiny = TinyHistory()
    tiny.step("look", isSoft: true)
    tiny.done(1, 2, .unexpected(status: 404, detail: nil))
    tiny.end(.unsatisfied)
    tiny.step("next", expect: ["a"])
    tiny.done(3, 4, holds: [false])
    tiny.end(.unsatisfied)
    let verdict = verdict(tiny.history())
    #expect(verdict.findings.map(\.type) == [.expectationNotMet, .unexpectedAnswer])
    #expect(verdict.status == .failed)
  }

  @Test("what was cut off is interrupted, and the run inconclusive")
  func interrupted() {
    var tiny = TinyHistory()
    tiny.step("register")
    let whole = Judge.verdict(of: tiny.history(caseEnd: nil, interrupted: nil))
    #expect(whole.cases[0].status == .interrupted)
    #expect(whole.judgement == .unknown)
    #expect(whole.wasInterrupted)
  }

  @Test("a run in which everything was skipped decides nothing")
  func skipped() {
    var tiny = TinyHistory()
    tiny.step("register")
    let reason = SkipReason.writesDenied(operation: "web.register")
    let whole = Judge.verdict(of: tiny.history(caseEnd: .skipped(reason)))
    #expect(whole.cases[0].status == .skipped)
    #expect(whole.cases[0].skip == reason)
    #expect(whole.judgement == .unknown)
  }

  @Test("a case of which every step was skipped has passed nothing")
  func allSkipped() {
    var tiny = TinyHistory()
    tiny.step("register")
    tiny.end(.skipped(.when))
    let whole = Judge.verdict(of: tiny.history())
    #expect(whole.cases[0].status == .skipped)
    #expect(whole.judgement == .unknown)
  }

  @Test("a run that was interrupted while cleaning up proves nothing")
  func interruptedLate() {
    var tiny = TinyHistory()
    tiny.step("register")
    tiny.done(1, 2)
    tiny.end()
    let whole = Judge.verdict(of: tiny.history(interrupted: true))
    #expect(whole.cases[0].status == .passed)
    #expect(whole.judgement == .unknown)
  }

  @Test("the same history gives the same verdict")
  func pure() {
    var tiny = TinyHistory()
    tiny.step("order")
    tiny.done(0, 10)
    tiny.end()
    tiny.step("lookup", expect: ["a"], since: ["order"])
    tiny.done(11, 12, holds: [false], read: 0)
    tiny.done(13, 14, holds: [true], read: 1)
    tiny.end()
    #expect(Judge.verdict(of: tiny.history()) == Judge.verdict(of: tiny.history()))
  }

  @Test("a checker that crashes knows nothing, and the run is not passed for it")
  func crashingChecker() {
    struct Crash: Checker, Error {
      let name = "crash"
      func check(_ index: HistoryIndex) throws -> CheckResult { throw self }
    }
    var tiny = TinyHistory()
    tiny.step("register")
    tiny.done(1, 2)
    tiny.end()
    let whole = Judge.verdict(of: tiny.history(), checkers: [Crash()])
    #expect(whole.checks.map(\.judgement) == [.unknown])
    #expect(whole.judgement == .unknown)
  }
}
