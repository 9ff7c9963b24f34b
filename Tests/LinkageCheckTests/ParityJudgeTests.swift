import LinkageCheck
import LinkageCore
import Testing

@Suite("Judging a parity")
struct ParityJudgeTests {
  private static let kind = Outline.Step.Kind.parity(reads: ["web", "mini"], entity: "member")

  @Test("a field that differs is a FieldMismatch, another condition is not")
  func withoutSync() {
    var tiny = TinyHistory()
    tiny.step(
      "same", expect: ["points", "level", "out.web.points > 3"], kind: Self.kind,
      fields: ["points", "level"])
    tiny.done(1, 2, holds: [false, true, false])
    tiny.end(.unsatisfied)
    let verdict = Judge.verdict(of: tiny.history()).cases[0]
    #expect(verdict.findings.map(\.type) == [.fieldMismatch, .expectationNotMet])
    #expect(verdict.findings.map(\.expectation) == [0, 2])
    #expect(verdict.status == .failed)
  }

  private func probe(
    within: Int64 = 1_000, end: StepEnd.Reason, _ fill: (inout TinyHistory) -> Void
  ) -> CaseVerdict {
    var tiny = TinyHistory()
    tiny.step("earn")
    tiny.done(5, 10)
    tiny.end()
    tiny.step(
      "same", expect: ["points", "level"], since: ["earn"], within: within, kind: Self.kind,
      fields: ["points", "level"])
    fill(&tiny)
    tiny.end(end)
    return Judge.verdict(of: tiny.history()).cases[0]
  }

  @Test("its latency is that of its latest field, and each field has its own")
  func latency() throws {
    let verdict = probe(end: .satisfied) { tiny in
      tiny.done(11, 12, holds: [false, false], read: 0)
      tiny.done(20, 22, holds: [true, false], read: 1)
      tiny.done(30, 33, holds: [true, true], read: 2)
    }
    let measurement = try #require(verdict.steps[1].measurement)
    #expect(measurement.latency.milliseconds == [10, 23])
    #expect(
      measurement.conditions.map(\.latency.milliseconds) == [[1, 12], [10, 23]])
    #expect(verdict.findings.isEmpty)
  }

  @Test("still different at the deadline, the fields that differ are told, with the latency")
  func deadline() {
    let verdict = probe(within: 100, end: .deadline) { tiny in
      tiny.done(110, 112, holds: [true, false], read: 0)
    }
    #expect(verdict.findings.map(\.type) == [.fieldMismatch])
    #expect(verdict.findings.map(\.expectation) == [1])
    #expect(verdict.findings[0].measurement?.latency.milliseconds == [100, nil])
  }

  @Test("agreement and then a difference is a flicker, but not of what everybody changes")
  func contested() {
    for (isShared, found) in [(false, [FailureType.flickered]), (true, [])] {
      var tiny = TinyHistory()
      tiny.step("earn")
      tiny.done(5, 10)
      tiny.end()
      tiny.step(
        "same", expect: ["points", "level"], since: ["earn"], within: 1_000, kind: Self.kind,
        fields: ["points", "level"])
      tiny.done(11, 12, holds: [true, true], read: 0)
      tiny.done(13, 14, holds: [true, false], read: 1)
      tiny.end(.satisfied)
      var history = tiny.history()
      var entity = TinyShop.member
      entity.isShared = isShared
      history.outline.cases[0].steps[1].sync?.link.entity = entity.name
      history.outline.entities = [entity]
      #expect(Judge.verdict(of: history, checkers: []).cases[0].findings.map(\.type) == found)
    }
  }

  @Test("one side that never had it is NotSynced")
  func absent() {
    let verdict = probe(within: 100, end: .deadline) { tiny in
      tiny.done(110, 112, .refused(error: "member_not_found"), read: 0)
    }
    #expect(verdict.findings.map(\.type) == [.notSynced])
  }
}
