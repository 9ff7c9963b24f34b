import LinkageCheck
import LinkageCore
import Testing

@Suite("When a probe saw what")
struct ProbeTimesTests {
  private func measurement(_ verdict: Verdict) throws -> Measurement {
    try #require(verdict.cases[0].steps[1].measurement)
  }

  private func finding(_ verdict: Verdict) throws -> Finding {
    try #require(verdict.cases[0].findings.first)
  }

  @Test("each condition of `until` and of `expect` has an interval from the same reads")
  func conditions() throws {
    let verdict = probe(expect: ["b", "c"], until: ["a"], end: .unsatisfied) { tiny in
      tiny.done(11, 12, holds: [false, true, false], read: 0)
      tiny.done(14, 15, .unknown(reason: nil, status: 503), read: 1)
      tiny.done(17, 18, holds: [true, true, false], read: 2)
    }
    let conditions = try measurement(verdict).conditions
    #expect(conditions.map(\.expectation) == [0, 1, 2])
    #expect(conditions.map(\.latency.milliseconds) == [[1, 8], [-5, 2], [7, nil]])
    #expect(try finding(verdict).expectation == 2)
    #expect(try finding(verdict).measurement == measurement(verdict))
  }

  @Test("a condition that stands alone has none beside the latency")
  func oneCondition() throws {
    for (expect, until) in [(["a"], []), ([], ["a"])] as [([String], [String])] {
      let verdict = probe(expect: expect, until: until) { $0.done(11, 12, holds: [true], read: 0) }
      #expect(try measurement(verdict).conditions.isEmpty)
    }
  }

  @Test("a condition of a due refusal does not hold in another answer")
  func refusal() throws {
    let verdict = probe(expect: ["a", "b"], fails: "gone") { tiny in
      tiny.done(11, 12, holds: [true, true], read: 0)
      tiny.done(14, 15, .refused(error: "gone"), holds: [true, false], read: 1)
      tiny.done(17, 18, .refused(error: "gone"), holds: [true, true], read: 2)
    }
    let conditions = try measurement(verdict).conditions
    #expect(conditions.map(\.latency.milliseconds) == [[1, 5], [4, 8]])
  }

  @Test("a flicker tells when it was seen, when it was missed, and since when it is there for good")
  func flicker() throws {
    let verdict = probe(expect: ["a", "b"], hold: 20) { tiny in
      tiny.done(11, 12, holds: [false, false], read: 0)
      tiny.done(13, 15, holds: [true, true], read: 1)
      // Overlaps with the one that saw it first: no proof.
      tiny.done(14, 16, holds: [false, true], read: 2)
      tiny.done(17, 18, holds: [false, true], read: 3)
      tiny.done(19, 20, holds: [false, true], read: 4)
      tiny.done(22, 23, holds: [true, true], read: 5)
    }
    let measured = try #require(finding(verdict).measurement)
    #expect(try finding(verdict).type == .flickered)
    #expect(measured.latency.milliseconds == [-5, 5])
    #expect(measured.missedAgain == .milliseconds(7))
    #expect(measured.stable?.milliseconds == [9, 13])
    #expect(measured.conditions.map(\.missedAgain) == [.milliseconds(7), nil])
    #expect(measured.conditions.map(\.latency.milliseconds) == [[-5, 5], [1, 5]])
  }

  @Test("what went wrong while it was held tells when")
  func wrongWhileHeld() throws {
    let verdict = probe(expect: ["right"], until: ["there"], hold: 20) { tiny in
      tiny.done(11, 12, holds: [true, true], read: 0)
      tiny.done(13, 14, holds: [true, false], read: 1)
    }
    let measured = try #require(finding(verdict).measurement)
    #expect(try finding(verdict).type == .fieldMismatch)
    #expect(measured.missedAgain == nil)
    #expect(measured.conditions.map(\.missedAgain) == [nil, .milliseconds(3)])
  }

  @Test("`stop_if` came true after the last read without it, by the one that saw it")
  func stopped() throws {
    let verdict = probe(stopIf: "out.state == 'closed'", end: .stopped(read: 3)) { tiny in
      tiny.done(11, 12, holds: [false], read: 0)
      tiny.done(13, 14, holds: [false], read: 1)
      tiny.done(15, 16, .unknown(reason: nil, status: 503), read: 2)
      tiny.done(18, 19, holds: [false], read: 3)
      // Was under way when the wait ended.
      tiny.done(17, 20, holds: [false], read: 4)
    }
    let after = try #require(finding(verdict).stoppedAfter)
    #expect(after.milliseconds == [3, 9])
    #expect(try finding(verdict).stoppedBy == "out.state == 'closed'")
  }

  @Test("a run that did not record which read ended the wait tells no time")
  func stoppedLongAgo() throws {
    let verdict = probe(stopIf: "true", end: .stopped()) { tiny in
      tiny.done(11, 12, holds: [false], read: 0)
    }
    #expect(try finding(verdict).stoppedAfter == nil)
    #expect(try finding(verdict).stoppedBy == "true")
  }

  @Test(
    "the age of a cached answer is whole seconds, of a list the first, and nothing else",
    arguments: [
      ("30", 30), ("0", nil), ("5, 900", 5), (" 7\t", 7), ("", nil), (",3", nil), ("1 2", nil),
      ("-1", nil), ("1.5", nil), ("99999999999999999999", 1 << 31),
    ] as [(String, Int64?)])
  func age(text: String, seconds: Int64?) throws {
    let verdict = probe { tiny in
      tiny.done(
        11, 12, holds: [true], read: 0, headers: [HeaderField(name: "age", value: text)])
    }
    #expect(try measurement(verdict).age == seconds.map { .seconds($0) })
  }

  @Test("the oldest of all answers counts, failed reads say nothing")
  func ages() throws {
    let verdict = probe { tiny in
      for (place, age) in ["2", "9", "4"].enumerated() {
        let sent = Int64(11 + 2 * place)
        tiny.done(
          sent, sent + 1, holds: [place == 2], read: place,
          headers: [HeaderField(name: "age", value: age)])
      }
      tiny.done(
        17, 18, .unknown(reason: nil, status: 503), read: 3,
        headers: [HeaderField(name: "age", value: "77")])
    }
    #expect(try measurement(verdict).age == .seconds(9))
    #expect(try measurement(probe { $0.done(11, 12, holds: [true], read: 0) }).age == nil)
  }

  @Test("the round trip is that of the first and of the last quarter of the reads that missed")
  func roundTrip() throws {
    let verdict = probe { tiny in
      for (place, took) in [1, 3, 2, 2, 2, 2, 8, 9].enumerated() {
        let sent = Int64(20 + 20 * place)
        tiny.done(sent, sent + Int64(took), holds: [false], read: place)
      }
      tiny.done(200, 219, holds: [true], read: 8)
    }
    let trip = try #require(measurement(verdict).roundTrip)
    #expect(trip == RoundTrip(early: .milliseconds(1), late: .milliseconds(8), reads: 8))
    #expect(!trip.hasGrown, "eight reads are too few")
    #expect(try measurement(probe { $0.done(11, 12, holds: [true], read: 0) }).roundTrip == nil)
  }

  @Test(
    "it has grown where it more than doubled, by more than a millisecond, over twenty reads",
    arguments: [
      (2_000, 4_001, 20, true), (2_000, 4_000, 20, false), (2_000, 4_001, 19, false),
      (100, 1_100, 99, false), (100, 1_101, 99, true), (9_000, 2_000, 99, false),
    ])
  func grown(early: Int, late: Int, reads: Int, hasGrown: Bool) {
    let trip = RoundTrip(
      early: .microseconds(Int64(early)), late: .microseconds(Int64(late)), reads: reads)
    #expect(trip.hasGrown == hasGrown)
  }
}
