import LinkageCheck
import LinkageCore
import Testing
import Values

@Suite("What the samples of a link tell of all its changes")
struct LinkEstimatesTests {
  /// Writes acknowledged one second apart; each with probes that first miss and then see, at times
  /// after the acknowledgement in milliseconds. A probe without an end is never seen.
  private func link(
    _ writes: [[(lower: Int64, upper: Int64?)]], promised: Int64? = nil, planned: Int64? = nil
  ) throws -> (summary: LinkSummary, estimates: LinkEstimates) {
    var tiny = TinyHistory()
    for (number, probes) in writes.enumerated() {
      let start = Int64(number) * 1_000 + 10
      tiny.step("w\(number)")
      if let planned {
        let write = StepReference(case: 0, step: tiny.steps.count - 1)
        let invocation = Invocation(
          step: write, read: nil, planned: TinyHistory.at(start - planned), inputs: .null)
        tiny.events.append(
          Event(at: TinyHistory.at(start - planned), kind: .invoked(invocation)))
      }
      tiny.done(start - 5, start)
      tiny.end()
      for (position, probe) in probes.enumerated() {
        tiny.step("p\(number)x\(position)", expect: ["a"], since: ["w\(number)"], within: 900)
        let sent = start + probe.lower
        tiny.done(sent, sent + 1, holds: [false], read: 0)
        if let upper = probe.upper {
          tiny.done(start + upper - 1, start + upper, holds: [true], read: 1)
        }
        tiny.end(probe.upper == nil ? .deadline : .satisfied)
      }
    }
    var history = tiny.history()
    history.outline.entities = [
      Contract.Entity(
        name: "order", key: "id", fields: [], slo: promised.map { .milliseconds($0) },
        within: nil, readYourWrites: [])
    ]
    let summary = try #require(Judge.verdict(of: history).links.first)
    return (summary, try #require(summary.estimates))
  }

  private func writes(_ count: Int64, never: Int = 0) -> [[(lower: Int64, upper: Int64?)]] {
    (1...count).map { [($0, $0 + 5)] } + (0..<never).map { _ in [(900, nil)] }
  }

  @Test("a quantile lies between ranks, and says how many samples it needs")
  func quantiles() throws {
    let (_, estimates) = try link(writes(100))
    #expect(estimates.writes == 100)
    #expect(estimates.p50.lower == .milliseconds(40) && estimates.p50.upper == .milliseconds(66))
    #expect(estimates.p95.upper == .milliseconds(105))
    #expect(estimates.p99.upper == nil && estimates.p99.samplesNeeded == 368)
    #expect(estimates.p50.coverage >= 0.95)
  }

  @Test(
    "a promise is kept, broken or undecided by the p95 of all changes",
    arguments: [(105, Judgement.pass), (104, .unknown), (91, .unknown), (90, .fail)])
  func promise(bound: Int, answer: Judgement) throws {
    #expect(try link(writes(100), promised: Int64(bound)).estimates.sloAnswer == answer)
  }

  @Test("a change is late that was missed at what was promised, or later")
  func late() throws {
    #expect(try link(writes(3), promised: 2).summary.late == 2)
    #expect(try link(writes(3), promised: 3).summary.late == 1)
  }

  @Test("without a promise there is no answer, with few samples none that decides")
  func promiseOfFew() throws {
    #expect(try link(writes(3)).estimates.sloAnswer == nil)
    #expect(try link(writes(71), promised: 500).estimates.sloAnswer == .unknown)
    #expect(try link(writes(72), promised: 500).estimates.sloAnswer == .pass)
  }

  @Test("what was never seen is late, not left out")
  func never() throws {
    let (summary, estimates) = try link(writes(90, never: 10), promised: 500)
    #expect(summary.censored == 10)
    #expect(estimates.sloAnswer == .unknown)
    #expect(estimates.curve.last?.upper == nil)
    #expect(abs((estimates.curve.last?.mass ?? 0) - 0.1) < 1e-9)
    let promised = try #require(estimates.visible.first { $0.by == .milliseconds(500) })
    #expect(promised.least == 90 && promised.most == 90)
    #expect(promised.lower < 0.9 && promised.upper > 0.9)
  }

  @Test("several probes of one write are one sample, the latest")
  func sameWrite() throws {
    let (summary, estimates) = try link([[(10, 20), (15, 18)], [(30, 40)], [(1, 2), (900, nil)]])
    #expect(summary.samples == 5)
    #expect(estimates.writes == 3)
    // 15–20, 30–40 and never; each is one third of the curve.
    #expect(estimates.curve.map(\.lower) == [15, 30, 900].map { .milliseconds($0) })
    #expect(estimates.curve.map(\.upper) == [.milliseconds(20), .milliseconds(40), nil])
  }

  @Test("changes that may have come at one moment are told")
  func moments() throws {
    #expect(try link(writes(4)).estimates.leastMoments == 4)
    // The first was seen only after the second was acknowledged: both may have come at once.
    let (_, batch) = try link([[(0, 1_500)], [(0, 300)], [(0, 5)]])
    #expect(batch.leastMoments == 2)
  }

  @Test("shares are told at round times around the sample, and at the promise")
  func shares() throws {
    let (_, estimates) = try link(writes(100), promised: 70)
    #expect(
      estimates.visible.map(\.by) == [5, 10, 20, 50, 70, 100, 200].map { .milliseconds($0) })
    let half = try #require(estimates.visible.first { $0.by == .milliseconds(50) })
    #expect(half.least == 45 && half.most == 49)
    #expect(half.lower < 0.45 && half.upper > 0.49)
  }

  @Test("latencies count from the sending and from the plan as well")
  func origins() throws {
    let (_, estimates) = try link(writes(3), planned: 8)
    #expect(estimates.sinceSent.p50.milliseconds == [7, 12])
    #expect(estimates.sincePlanned?.p50.milliseconds == [10, 15])
    #expect(try link(writes(3)).estimates.sincePlanned == nil)
  }

  @Test("how often and how densely was read is told")
  func reads() throws {
    let (_, estimates) = try link(writes(3))
    #expect(estimates.medianReads == 2)
    #expect(estimates.readSpacing == .milliseconds(4))
  }

  @Test("the round trip goes from the earliest quarter of the probes to the latest")
  func roundTrip() throws {
    var tiny = TinyHistory()
    // In another order than that of their acknowledgements.
    for (number, took) in [(4, 9), (1, 1), (2, 3), (3, 4)] as [(Int64, Int64)] {
      let start = number * 100
      tiny.step("w\(number)")
      tiny.done(start - 5, start)
      tiny.end()
      tiny.step("p\(number)", expect: ["a"], since: ["w\(number)"], within: 900)
      for read in 0..<5 {
        let sent = start + Int64(read) * 10
        tiny.done(sent, sent + took, holds: [false], read: read)
      }
      tiny.done(start + 60, start + 61, holds: [true], read: 5)
      tiny.end()
    }
    let trip = try #require(Judge.verdict(of: tiny.history()).links[0].estimates?.roundTrip)
    #expect(trip == RoundTrip(early: .milliseconds(1), late: .milliseconds(9), reads: 20))
    #expect(trip.hasGrown)
  }

  @Test("a thousand changes need no time", .timeLimit(.minutes(1)))
  func many() throws {
    let (_, estimates) = try link((0..<1_000).map { [($0 % 400, $0 % 400 + 3 + $0 % 7)] })
    #expect(estimates.curve.count <= 201)
    #expect(abs(estimates.curve.reduce(0) { $0 + $1.mass } - 1) < 1e-9)
  }
}
