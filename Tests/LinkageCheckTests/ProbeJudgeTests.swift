import LinkageCheck
import LinkageCore
import Testing

@Suite("Judging a probe")
struct ProbeJudgeTests {
  private func measurement(_ verdict: Verdict) throws -> Measurement {
    try #require(verdict.cases[0].steps[1].measurement)
  }

  @Test("a wait that `stop_if` ended is definite, and says which condition ended it")
  func stopped() throws {
    for holds in [true, false] {
      let outcome = holds ? Outcome.ok : .refused(error: "gone")
      let verdict = probe(stopIf: "outcome == 'gone'", end: .stopped(read: 0)) { tiny in
        tiny.done(11, 13, outcome, holds: holds ? [false] : [], read: 0)
      }
      let findings = verdict.cases[0].findings
      #expect(findings.map(\.type) == [holds ? .fieldMismatch : .notSynced])
      #expect(findings.map(\.stoppedBy) == ["outcome == 'gone'"])
      #expect(verdict.judgement == .fail)
    }
  }

  @Test("what was right when it arrived and is wrong while it is held is a mismatch")
  func wrongWhileHeld() {
    let verdict = probe(expect: ["right"], until: ["there"]) { tiny in
      tiny.done(11, 12, holds: [true, true], read: 0)
      tiny.done(13, 14, holds: [true, false], read: 1)
      tiny.done(15, 16, holds: [true, true], read: 2)
    }
    #expect(verdict.cases[0].findings.map(\.type) == [.fieldMismatch])
  }

  @Test("nobody saw that it held where no read after the arrival answered")
  func unseenHold() {
    let lost = Outcome.unknown(reason: nil, status: 503)
    let verdict = probe(hold: 10) { tiny in
      tiny.done(11, 12, holds: [true], read: 0)
      tiny.done(13, 14, lost, read: 1)
      tiny.done(15, 16, lost, read: 2)
    }
    #expect(verdict.cases[0].findings.map(\.type) == [.unknownOutcome])
    #expect(verdict.judgement == .unknown)
  }

  @Test("a wait for a refusal holds only with what is expected of it")
  func refusalWithConditions() {
    for holds in [true, false] {
      let verdict = probe(fails: "gone") { tiny in
        tiny.done(11, 12, .refused(error: "gone"), holds: [holds], read: 0)
        tiny.done(1_011, 1_012, .refused(error: "gone"), holds: [holds], read: 1)
      }
      #expect(verdict.cases[0].status == (holds ? .passed : .failed))
    }
  }

  @Test("a wait that went on to its end was not stopped")
  func notStopped() throws {
    let verdict = probe(within: 5, stopIf: "outcome == 'gone'", end: .deadline) { tiny in
      tiny.done(16, 17, holds: [false], read: 0)
    }
    #expect(verdict.cases[0].findings.map(\.stoppedBy) == [nil])
  }

  @Test("measures from the acknowledgement and from the sending")
  func interval() throws {
    let verdict = probe { tiny in
      tiny.done(11, 13, holds: [false], read: 0)
      tiny.done(14, 16, holds: [true], read: 1)
    }
    #expect(verdict.cases[0].status == .passed)
    let measurement = try measurement(verdict)
    #expect(measurement.latency.milliseconds == [1, 6])
    #expect(measurement.latency.point == Nanoseconds(3_500_000))
    #expect(measurement.sinceSent.milliseconds == [6, 11])
    #expect(measurement.reads == 2)
  }

  @Test("visible at once may have become so before the acknowledgement")
  func leftCensored() throws {
    let verdict = probe { $0.done(11, 13, holds: [true], read: 0) }
    #expect(try measurement(verdict).latency.milliseconds == [-5, 3])
  }

  @Test("a named error means not there yet")
  func namedError() throws {
    let verdict = probe { tiny in
      tiny.done(11, 12, .refused(error: "order_not_found"), read: 0)
      tiny.done(20, 21, holds: [true], read: 1)
    }
    #expect(try measurement(verdict).latency.milliseconds == [1, 11])
  }

  @Test("reads that failed say nothing and are counted")
  func failedReads() throws {
    let verdict = probe { tiny in
      tiny.done(11, 12, holds: [false], read: 0)
      tiny.done(15, 18, .unknown(reason: nil, status: 503), read: 1)
      tiny.done(20, 21, holds: [true], read: 2)
    }
    let measurement = try measurement(verdict)
    #expect(measurement.latency.milliseconds == [1, 11])
    #expect(measurement.failedReads == 1)
  }

  @Test("reads that another step sent bound the latency as its own do, and are counted")
  func sharedReads() throws {
    let other = ReadReference(step: StepReference(case: 0, step: 0), read: 4)
    let verdict = probe { tiny in
      tiny.done(11, 12, holds: [false], read: 0)
      tiny.done(15, 18, holds: [false], read: 1, shared: other)
      tiny.done(20, 21, holds: [true], read: 2)
    }
    let measurement = try measurement(verdict)
    #expect(measurement.latency.milliseconds == [5, 11])
    #expect(measurement.reads == 3)
    #expect(measurement.sharedReads == 1)
  }

  @Test("still refused at the deadline: NotSynced, with the bound")
  func notSynced() throws {
    let verdict = probe(within: 100, end: .deadline) { tiny in
      tiny.done(11, 12, .refused(error: "order_not_found"), read: 0)
      tiny.done(110, 112, .refused(error: "order_not_found"), read: 1)
    }
    #expect(verdict.cases[0].findings.map(\.type) == [.notSynced])
    #expect(verdict.judgement == .fail)
    let measurement = try #require(verdict.cases[0].findings[0].measurement)
    #expect(measurement.latency.milliseconds == [100, nil])
    #expect(measurement.sameAnswer)
  }

  @Test(
    "seen in the end, though a read sent at the deadline or after it had missed it: NotSynced",
    arguments: [(109, true), (110, false), (150, false)])
  func tooLate(miss: Int64, passes: Bool) throws {
    let verdict = probe(within: 100) { tiny in
      tiny.done(miss, miss + 1, holds: [false], read: 0)
      tiny.done(160, 162, holds: [true], read: 1)
    }
    #expect(verdict.cases[0].findings.map(\.type) == (passes ? [] : [.notSynced]))
    #expect(try measurement(verdict).hasArrived)
  }

  @Test("a wait that was cut off with its process decides nothing and is no sample")
  func cutOff() {
    var tiny = TinyHistory()
    tiny.step("order")
    tiny.done(5, 10)
    tiny.end()
    tiny.step("lookup", expect: ["a"], since: ["order"])
    tiny.done(20, 21, holds: [false], read: 0)
    let verdict = Judge.verdict(of: tiny.history(caseEnd: nil, interrupted: nil))
    #expect(verdict.cases[0].status == .interrupted)
    #expect(verdict.cases[0].findings.isEmpty)
    #expect(verdict.cases[0].steps[1].status == .notRun)
    #expect(verdict.links.isEmpty)
  }

  @Test("there at the deadline with another value: FieldMismatch")
  func mismatchAtDeadline() {
    let verdict = probe(within: 100, end: .deadline) { tiny in
      tiny.done(11, 12, holds: [false], read: 0)
      tiny.done(110, 112, holds: [false], read: 1)
    }
    #expect(verdict.cases[0].findings.map(\.type) == [.fieldMismatch])
    #expect(verdict.cases[0].findings[0].measurement != nil)
  }

  @Test("an until that never held is NotSynced, whatever expect says")
  func untilNeverHeld() {
    let verdict = probe(expect: ["b"], until: ["a"], within: 100, end: .deadline) { tiny in
      tiny.done(110, 112, holds: [false, true], read: 0)
    }
    #expect(verdict.cases[0].findings.map(\.type) == [.notSynced])
    #expect(verdict.cases[0].findings.map(\.expectation) == [0])
  }

  @Test("arrived with a wrong field: FieldMismatch at once")
  func mismatchOnArrival() throws {
    let verdict = probe(expect: ["b"], until: ["a"], end: .unsatisfied) { tiny in
      tiny.done(11, 12, .refused(error: "order_not_found"), read: 0)
      tiny.done(14, 15, holds: [true, false], read: 1)
    }
    #expect(verdict.cases[0].findings.map(\.type) == [.fieldMismatch])
    #expect(verdict.cases[0].findings.map(\.expectation) == [1])
    #expect(try measurement(verdict).latency.milliseconds == [1, 5])
  }

  @Test("no answer at the deadline: nobody knows")
  func noAnswerAtDeadline() {
    let verdict = probe(within: 100, end: .deadline) { tiny in
      tiny.done(11, 12, .refused(error: "order_not_found"), read: 0)
      tiny.done(110, 190, .unknown(reason: nil, status: nil), read: 1)
    }
    #expect(verdict.cases[0].findings.map(\.type) == [.unknownOutcome])
    #expect(verdict.cases[0].status == .errored)
    #expect(verdict.judgement == .unknown)
  }

  @Test(
    "a bound of its own has three answers, and one at the lower bound is broken",
    arguments: [(2, Judgement.fail), (4, .fail), (5, .unknown), (9, .pass), (20, .pass)])
  func slo(bound: Int, answer: Judgement) throws {
    let verdict = probe(slo: Int64(bound)) { tiny in
      tiny.done(14, 15, holds: [false], read: 0)
      tiny.done(18, 19, holds: [true], read: 1)
    }
    #expect(verdict.cases[0].findings.map(\.type) == (answer == .fail ? [.slow] : []))
    #expect(try measurement(verdict).sloAnswer == answer)
  }

  @Test("each condition has an interval of its own")
  func conditions() throws {
    let verdict = probe(expect: ["a", "b"]) { tiny in
      tiny.done(11, 12, holds: [true, false], read: 0)
      tiny.done(20, 21, holds: [true, true], read: 1)
    }
    let conditions = try measurement(verdict).conditions
    #expect(conditions.map(\.expectation) == [0, 1])
    #expect(conditions.map(\.latency.milliseconds) == [[-5, 2], [1, 11]])
  }

  @Test("seen, then missed by a later read: Flickered, and the checker has the two reads")
  func flicker() {
    let verdict = probe { tiny in
      tiny.done(11, 12, holds: [true], read: 0)
      tiny.done(13, 14, holds: [false], read: 1)
      tiny.done(15, 16, holds: [true], read: 2)
    }
    #expect(verdict.cases[0].findings.map(\.type) == [.flickered])
    let check = verdict.checks.first { $0.checker == "monotonic-reads" }
    #expect(check?.judgement == .fail)
    #expect(check?.violations.map(\.witness) == [[5, 7]])
  }

  @Test("overlapping reads prove no flicker")
  func overlapping() {
    let verdict = probe { tiny in
      tiny.done(11, 15, holds: [true], read: 0)
      tiny.done(12, 14, holds: [false], read: 1)
    }
    #expect(verdict.cases[0].status == .passed)
    let check = verdict.checks.first { $0.checker == "monotonic-reads" }
    #expect(check?.judgement == .pass)
  }

  @Test("a wanted error that arrives is an arrival")
  func wantedError() throws {
    let verdict = probe(expect: [], fails: "not_registered") { tiny in
      tiny.done(11, 12, read: 0)
      tiny.done(20, 21, .refused(error: "not_registered"), read: 1)
    }
    #expect(verdict.cases[0].status == .passed)
    #expect(try measurement(verdict).latency.milliseconds == [1, 11])
  }

  @Test("all latencies of a link are summed up")
  func links() {
    let verdict = probe { tiny in
      tiny.done(11, 13, holds: [false], read: 0)
      tiny.done(14, 16, holds: [true], read: 1)
    }
    #expect(verdict.links.count == 1)
    #expect(verdict.links[0].link == Link(entity: "order", from: "mini", to: "web"))
    #expect(verdict.links[0].p50.milliseconds == [1, 6])
    #expect(verdict.links[0].medianWidth == .milliseconds(5))
    #expect(verdict.links[0].late == 0)
  }

  @Test("a wait that the run's interruption cut short is no sample of its link")
  func interruptedWait() {
    for (seen, samples) in [(false, 0), (true, 1)] {
      var tiny = TinyHistory()
      tiny.step("order")
      tiny.done(5, 10)
      tiny.end()
      tiny.step("lookup", expect: ["a"], since: ["order"], within: 5_000)
      tiny.done(11, 12, holds: [seen], read: 0)
      tiny.end(.interrupted)
      let verdict = Judge.verdict(of: tiny.history(caseEnd: .interrupted, interrupted: true))
      #expect(verdict.links.map(\.samples) == (samples == 0 ? [] : [samples]))
      #expect(verdict.links.map(\.censored) == (samples == 0 ? [] : [0]))
      #expect(verdict.cases[0].steps[1].measurement?.hasArrived == seen)
      #expect(verdict.judgement == .unknown)
    }
  }
}
