import LinkageCheck
import LinkageCore
import Testing

@Suite("Judging steps that hold others")
struct GroupJudgeTests {
  /// A group of two steps.
  private func pair(
    _ kind: Outline.Step.Kind, first: [Bool], second: [Bool], softSecond: Bool = false,
    _ fill: (inout TinyHistory) -> Void
  ) -> CaseVerdict {
    var tiny = TinyHistory()
    tiny.step("both", kind: kind)
    tiny.step("one", expect: ["a"], depth: 1)
    tiny.done(1, 3, holds: first)
    tiny.end(first == [true] ? .satisfied : .unsatisfied)
    tiny.step("two", expect: ["b"], isSoft: softSecond, depth: 1)
    tiny.done(2, 9, holds: second)
    tiny.end(second == [true] ? .satisfied : .unsatisfied)
    fill(&tiny)
    return Judge.verdict(of: tiny.history()).cases[0]
  }

  @Test("passes when all inside passed, and took as long as all of them")
  func passed() {
    let verdict = pair(.together, first: [true], second: [true]) { $0.end(step: 0) }
    #expect(verdict.steps.map(\.status) == [.passed, .passed, .passed])
    #expect(verdict.steps.map(\.duration) == [8, 2, 7].map { .milliseconds($0) })
    #expect(verdict.findings.isEmpty)
    #expect(verdict.status == .passed)
  }

  @Test("fails with one inside, whose finding is the only one", arguments: [false, true])
  func failed(isSoft: Bool) {
    let verdict = pair(.flow, first: [true], second: [false], softSecond: isSoft) {
      $0.end(isSoft ? .satisfied : .unsatisfied, step: 0)
    }
    #expect(verdict.steps.map(\.status) == [.failed, .passed, .failed])
    #expect(verdict.findings.map(\.step) == [2])
    #expect(verdict.status == .failed)
  }

  @Test("a flow whose own expectation fails has a finding of its own")
  func ownExpectation() {
    var tiny = TinyHistory()
    tiny.step("member", expect: ["out.points == 5"], kind: .flow)
    tiny.step("register", depth: 1)
    tiny.done(1, 2)
    tiny.end()
    tiny.done(3, 3, holds: [false], step: 0, sendsNothing: true)
    tiny.end(.unsatisfied, step: 0)
    let verdict = Judge.verdict(of: tiny.history()).cases[0]
    #expect(verdict.findings.map(\.type) == [.expectationNotMet])
    #expect(verdict.findings.map(\.step) == [0])
    #expect(verdict.steps.map(\.status) == [.failed, .passed])
    #expect(verdict.steps[0].duration == .milliseconds(1))
  }

  @Test("a flow that could not begin says why")
  func notRunnable() {
    var tiny = TinyHistory()
    tiny.step("member", kind: .flow)
    tiny.end(.notRunnable(problem: "no such key", place: nil))
    tiny.step("register", depth: 1)
    let verdict = Judge.verdict(of: tiny.history()).cases[0]
    #expect(verdict.findings.map(\.type) == [.notRunnable])
    #expect(verdict.steps.map(\.status) == [.failed, .notRun])
    #expect(verdict.status == .errored)
  }

  @Test("a case of which only a group ran, whose steps were all skipped, has passed nothing")
  func allSkippedInside() {
    var tiny = TinyHistory()
    tiny.step("both", kind: .together)
    tiny.step("one", depth: 1)
    tiny.end(.skipped(.when))
    tiny.end(step: 0)
    let whole = Judge.verdict(of: tiny.history())
    #expect(whole.cases[0].status == .skipped)
    #expect(whole.judgement == .unknown)
  }

  @Test("what a skipped group holds is skipped with it")
  func skippedGroup() {
    var tiny = TinyHistory()
    tiny.step("both", kind: .flow)
    tiny.end(.skipped(.when))
    tiny.step("one", depth: 1)
    #expect(Judge.verdict(of: tiny.history()).cases[0].skip == .when)
  }

  @Test("a clean-up inside a flow is told apart and does not fail the flow")
  func cleanup() {
    var tiny = TinyHistory()
    tiny.step("member", kind: .flow)
    tiny.step("register", depth: 1)
    tiny.done(1, 2)
    tiny.end()
    tiny.end(step: 0)
    tiny.step("remove", isFinally: true, depth: 1)
    tiny.done(50, 60, .unexpected(status: 404, detail: nil))
    tiny.end(.unsatisfied)
    let verdict = Judge.verdict(of: tiny.history()).cases[0]
    #expect(verdict.status == .passed)
    #expect(verdict.cleanup.map(\.step) == [2])
    #expect(verdict.steps.map(\.status) == [.passed, .passed, .failed])
    #expect(verdict.steps[0].duration == .milliseconds(1))
  }

  @Test("a group inside a clean-up belongs to it")
  func groupInCleanup() {
    var tiny = TinyHistory()
    tiny.step("register")
    tiny.done(1, 2)
    tiny.end()
    tiny.step("undo", isFinally: true, kind: .together)
    tiny.step("remove", depth: 1)
    tiny.done(5, 6, .refused(error: "gone"))
    tiny.end(.unsatisfied)
    tiny.end(.unsatisfied, step: 1)
    let verdict = Judge.verdict(of: tiny.history()).cases[0]
    #expect(verdict.findings.isEmpty)
    #expect(verdict.cleanup.map(\.type) == [.refused])
    #expect(verdict.steps.map(\.status) == [.passed, .failed, .failed])
  }

  @Test("each round is judged by itself")
  func rounds() {
    var tiny = TinyHistory()
    for number in 1...3 {
      tiny.step(
        "look", expect: ["a"], isSoft: true, round: Round(number: number, count: 3, every: nil))
      tiny.done(Int64(number), Int64(number) + 1, holds: [number != 2])
      tiny.end(number != 2 ? .satisfied : .unsatisfied)
    }
    let verdict = Judge.verdict(of: tiny.history()).cases[0]
    #expect(verdict.steps.map(\.status) == [.passed, .failed, .passed])
    #expect(verdict.findings.map(\.step) == [1])
  }
}
