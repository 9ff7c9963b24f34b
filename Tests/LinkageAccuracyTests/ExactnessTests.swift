import LinkageAccuracy
import LinkageCore
import Testing

@Suite("Exactness")
struct ExactnessTests {
  /// Measured 0–100, 100–200 and 200–300; in truth 60, 140 and 250.
  private let writes = [
    MeasuredWrite.of("a", lower: -20, upper: 100, reads: 2),
    MeasuredWrite.of("b", lower: 100, upper: 200, reads: 4),
    MeasuredWrite.of("c", lower: 200, upper: 300, reads: 6),
  ]
  private let truth = [
    "a": TrueVisibility(notBefore: 1_058, notAfter: 1_062),
    "b": TrueVisibility(notBefore: 1_140, notAfter: 1_140),
    "c": TrueVisibility(notBefore: 1_249, notAfter: 1_251),
  ]

  private func exactness(_ estimator: Estimator) throws -> Exactness {
    try #require(Exactness(of: writes, by: estimator, truth: truth))
  }

  @Test("of the middle")
  func middle() throws {
    let found = try exactness(.middle)
    // 40, 150 and 250: off by -20, 10 and 0.
    #expect(found.bias == Nanoseconds(-3) && found.writes == 3 && found.readsPerWrite == 4)
    #expect(found.error.p50 == Nanoseconds(10) && found.error.p95 == Nanoseconds(20))
    #expect(found.sampleMedian == Nanoseconds(10) && found.sampleHigh == .zero)
  }

  @Test("of the first read that shows it: always late")
  func firstHit() throws {
    let found = try exactness(.firstHit)
    #expect(found.bias == Nanoseconds(50) && found.error.p99 == Nanoseconds(60))
    #expect(found.sampleMedian == Nanoseconds(60) && found.sampleHigh == Nanoseconds(50))
  }

  @Test("of the last read that missed it: always early, and never below zero")
  func lastMiss() throws {
    let found = try exactness(.lastMiss)
    // 0, 100 and 200: off by -60, -40 and -50.
    #expect(found.bias == Nanoseconds(-50) && found.error.p99 == Nanoseconds(60))
  }

  @Test("leaves out what was never seen and what the truth does not know")
  func incomplete() throws {
    let more = writes + [.of("d", lower: 900, upper: nil), .of("e", lower: 1, upper: 2)]
    let found = try #require(Exactness(of: more, by: .middle, truth: truth))
    #expect(found.writes == 3 && found.bias == Nanoseconds(-3))
    #expect(Exactness(of: [.of("d", lower: 900, upper: nil)], by: .middle, truth: truth) == nil)
    #expect(Exactness(of: [], by: .middle, truth: truth) == nil)
  }
}

@Suite("A budget of reads")
struct ReadBudgetTests {
  @Test("gives the spacing at which a poller needs as many", arguments: [3, 6, 11])
  func spacing(reads: Int) throws {
    let ms: Int64 = 1_000_000
    let writes = (0..<50).map { number in
      MeasuredWrite.of("\(number)", lower: 30 * ms, upper: 30 * ms, reads: reads)
    }
    let spacing = try #require(ReadBudget.spacing(for: writes))
    // The first at once, the others up to the change.
    let expected = 30 * ms / Int64(reads - 1)
    #expect(abs(spacing.count - expected) < ms / 100)
  }

  @Test("is unknown where nothing arrived")
  func unknown() {
    #expect(ReadBudget.spacing(for: []) == nil)
    #expect(ReadBudget.spacing(for: [.of("a", lower: 1, upper: nil)]) == nil)
  }
}

@Suite("A report on accuracy")
struct AccuracyReportTests {
  @Test("compares three rules, each on its own reads")
  func rules() {
    let truth = [
      "a": TrueVisibility(notBefore: 1_150, notAfter: 1_150),
      "b": TrueVisibility(notBefore: 1_150, notAfter: 1_150),
    ]
    let report = AccuracyReport(
      latency: "150ns", own: [.of("a", lower: 100, upper: 200)],
      fixed: [.of("b", lower: 120, upper: 220, reads: 9)], truth: truth,
      spacing: AccuracyReport.Spacing(
        asked: Nanoseconds(100), gaps: [], fixed: Nanoseconds(100), lateness: nil),
      unmeasured: 3)
    #expect(report.exactness.map(\.estimator) == [.middle, .firstHit, .lastMiss])
    #expect(report.exactness.map(\.bias.count) == [0, 70, -30])
    #expect(report.exactness.map(\.readsPerWrite) == [5, 9, 9])
    #expect(report.width?.p50 == Nanoseconds(100) && report.truth?.p99 == Nanoseconds(150))
    #expect(report.coverage.holds && report.unmeasured == 3)
  }

  private func report(truth: Int64, unmeasured: Int = 0) -> AccuracyReport {
    AccuracyReport(
      latency: "150ns", own: [.of("a", lower: 100, upper: 200)], fixed: [],
      truth: ["a": TrueVisibility(notBefore: truth, notAfter: truth)],
      spacing: AccuracyReport.Spacing(
        asked: Nanoseconds(100), gaps: [], fixed: Nanoseconds(100), lateness: nil),
      unmeasured: unmeasured)
  }

  @Test("passes with every truth inside, fails with one outside, else knows nothing")
  func judgement() {
    let (right, wrong) = (report(truth: 1_150), report(truth: 1_201))
    #expect(AccuracyReport.judgement(of: [right, right]) == .pass)
    #expect(AccuracyReport.judgement(of: [right, wrong]) == .fail)
    #expect(AccuracyReport.judgement(of: [right, report(truth: 1_150, unmeasured: 1)]) == .unknown)
    #expect(AccuracyReport.judgement(of: [wrong, report(truth: 1_150, unmeasured: 1)]) == .fail)
    #expect(AccuracyReport.judgement(of: []) == .unknown)
  }
}
