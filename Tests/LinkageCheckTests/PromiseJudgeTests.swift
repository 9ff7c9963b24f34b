import LinkageCheck
import LinkageCore
import Testing

@Suite("Judging an answer that lacks what was promised")
struct PromiseJudgeTests {
  private static let broken = BrokenPromise(field: "points", detail: "out.points: no such key")

  @Test("it is the product's failure, and tells the field")
  func single() {
    var tiny = TinyHistory()
    tiny.step("look", expect: ["a"])
    tiny.done(1, 2, broken: Self.broken)
    tiny.end(.unsatisfied)
    let whole = Judge.verdict(of: tiny.history())
    #expect(
      whole.cases[0].findings == [
        Finding(
          type: .fieldMismatch, step: 0, expectation: nil, condition: nil, outcome: .ok,
          measurement: nil, place: nil, detail: "out.points: no such key")
      ])
    #expect(whole.cases[0].status == .failed)
    #expect(whole.judgement == .fail)
  }

  @Test("what should have been refused is NotRefused first")
  func notRefused() {
    var tiny = TinyHistory()
    tiny.step("again", fails: "phone_taken")
    tiny.done(1, 2, broken: Self.broken)
    tiny.end(.unsatisfied)
    #expect(
      Judge.verdict(of: tiny.history()).cases[0].findings.map(\.type) == [.notRefused])
  }

  /// A write that may itself be broken, and a probe that waits for it.
  private func probe(
    write: BrokenPromise? = nil, end: StepEnd.Reason, _ fill: (inout TinyHistory) -> Void
  ) -> CaseVerdict {
    var tiny = TinyHistory()
    tiny.step("order", isSoft: true)
    tiny.done(5, 10, broken: write)
    tiny.end(write == nil ? .satisfied : .unsatisfied)
    tiny.step("lookup", expect: ["a"], since: ["order"], within: 100)
    fill(&tiny)
    tiny.end(end)
    return Judge.verdict(of: tiny.history()).cases[0]
  }

  @Test("a read with it has not seen the change yet")
  func misses() throws {
    let verdict = probe(end: .satisfied) { tiny in
      tiny.done(11, 12, read: 0, broken: Self.broken)
      tiny.done(20, 21, holds: [true], read: 1)
    }
    #expect(verdict.findings.isEmpty)
    #expect(try #require(verdict.steps[1].measurement).latency.milliseconds == [1, 11])
  }

  @Test("still lacking at the deadline, it is a FieldMismatch")
  func deadline() {
    let verdict = probe(end: .deadline) { $0.done(110, 112, read: 0, broken: Self.broken) }
    #expect(verdict.findings.map(\.type) == [.fieldMismatch])
    #expect(verdict.findings.map(\.detail) == ["out.points: no such key"])
    #expect(verdict.findings[0].measurement?.failedReads == 0)
  }

  @Test("a write with it has happened: the clock starts at its acknowledgement")
  func write() throws {
    let verdict = probe(write: Self.broken, end: .satisfied) { tiny in
      tiny.done(11, 12, holds: [false], read: 0)
      tiny.done(20, 21, holds: [true], read: 1)
    }
    #expect(verdict.findings.map(\.step) == [0])
    #expect(try #require(verdict.steps[1].measurement).latency.milliseconds == [1, 11])
  }
}
