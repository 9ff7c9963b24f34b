import LinkageCheck
import LinkageCore
import Testing

@Suite("Judging a read that stays")
struct StaysJudgeTests {
  private static let lost = Outcome.unknown(reason: nil, status: 503)

  private func verdict(
    expect: [String] = ["a"], fails: String? = nil, end: StepEnd.Reason,
    _ fill: (inout TinyHistory) -> Void
  ) -> Verdict {
    var tiny = TinyHistory()
    tiny.step("still", expect: expect, fails: fails, stays: 100)
    fill(&tiny)
    tiny.end(end)
    return Judge.verdict(of: tiny.history())
  }

  @Test("all that is expected held every time: passed")
  func held() {
    let verdict = verdict(end: .satisfied) { tiny in
      tiny.done(0, 1, holds: [true], read: 0)
      tiny.done(50, 51, holds: [true], read: 1)
      tiny.done(100, 101, holds: [true], read: 2)
    }
    #expect(
      verdict.cases[0].steps == [
        StepVerdict(
          status: .passed, skip: nil, outcome: .ok, duration: .milliseconds(101),
          measurement: nil)
      ])
    #expect(verdict.cases[0].findings.isEmpty)
    #expect(verdict.judgement == .pass)
  }

  @Test("the first that does not hold decides, and between which two moments it broke is told")
  func broke() {
    let verdict = verdict(end: .unsatisfied) { tiny in
      tiny.done(0, 1, holds: [true], read: 0)
      tiny.done(50, 52, holds: [true], read: 1)
      tiny.done(70, 71, holds: [false], read: 2)
    }
    #expect(
      verdict.cases[0].findings == [
        Finding(
          type: .expectationNotMet, step: 0, expectation: 0,
          condition: Condition(holds: false, parts: [], problem: nil), outcome: .ok,
          measurement: nil, place: nil, detail: nil, held: .milliseconds(50),
          goneBy: .milliseconds(71))
      ])
    #expect(verdict.judgement == .fail)
  }

  @Test("what was wrong from the beginning had not held at all")
  func neverHeld() {
    let verdict = verdict(end: .unsatisfied) { $0.done(3, 4, holds: [false], read: 0) }
    #expect(verdict.cases[0].findings.map(\.held) == [.zero])
    #expect(verdict.cases[0].findings.map(\.goneBy) == [nil])
  }

  @Test("a failed read in between says nothing")
  func failedBetween() {
    let verdict = verdict(end: .satisfied) { tiny in
      tiny.done(0, 1, holds: [true], read: 0)
      tiny.done(50, 60, Self.lost, read: 1)
      tiny.done(100, 101, holds: [true], read: 2)
    }
    #expect(verdict.judgement == .pass)
  }

  @Test("without an answer at the end nobody knows whether it lasted")
  func failedAtEnd() {
    let verdict = verdict(end: .unsatisfied) { tiny in
      tiny.done(0, 1, holds: [true], read: 0)
      tiny.done(100, 110, Self.lost, read: 1)
    }
    #expect(verdict.cases[0].findings.map(\.type) == [.unknownOutcome])
    #expect(verdict.cases[0].findings.map(\.held) == [nil])
    #expect(verdict.judgement == .unknown)
  }

  @Test("a refusal that must stay is NotRefused once it is gone")
  func notRefused() {
    let verdict = verdict(expect: [], fails: "not_registered", end: .unsatisfied) { tiny in
      tiny.done(0, 1, .refused(error: "not_registered"), read: 0)
      tiny.done(20, 22, read: 1)
    }
    #expect(verdict.cases[0].findings.map(\.type) == [.notRefused])
    #expect(verdict.cases[0].findings.map(\.held) == [.zero])
    #expect(verdict.cases[0].findings.map(\.goneBy) == [.milliseconds(22)])
  }

  @Test("interrupted, it decides nothing")
  func interrupted() {
    let verdict = verdict(end: .interrupted) { $0.done(0, 1, holds: [true], read: 0) }
    #expect(verdict.cases[0].findings.isEmpty)
    #expect(verdict.cases[0].steps.map(\.status) == [.notRun])
  }
}
