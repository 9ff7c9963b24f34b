import LinkageCheck
import LinkageCore
import Testing

@Suite("A comparison with a baseline")
struct GateComparisonTests {
  private let place = Place(path: "gate.yaml", line: 1, column: 7, length: 7)

  private func compare(
    baseline: [GateRun], new: [GateRun], by: Double = 0.1, label: String? = "v2"
  ) throws -> (answer: Judgement, found: GateComparison) {
    let rule = GateRule(
      id: "slower", place: place,
      limit: .comparison(.p95, TinyVerdict.order, baseline: "baseline", by: by), level: .fail)
    let gate = Gate(name: "g", place: place, rules: [rule], quarantine: [])
    let judge = GateJudge(
      gate, on: CalendarDay(milliseconds: 0), baseline: ["baseline": baseline],
      new: Array(new.dropLast()), label: label)
    let result = judge.result(of: try #require(new.last))
    let found = try #require(result.rules.first { $0.rule.id == "slower" })
    guard case .comparison(let comparison) = found.measured else {
      throw Unexpected(measured: "\(found.measured)")
    }
    return (found.judgement, comparison)
  }

  private struct Unexpected: Error { var measured: String }

  /// Runs of 20 changes, of which each run's p95 lies between that time and 1 ms later.
  private func runs(_ milliseconds: Int64...) -> [GateRun] {
    milliseconds.map { TinyVerdict.run(20, at: $0) }
  }

  private var steady: [GateRun] { runs(96, 97, 98, 99, 100, 101, 102, 103) }

  @Test("holds where the new runs are as fast")
  func same() throws {
    let (answer, found) = try compare(baseline: steady, new: runs(97, 99, 100, 102))
    #expect(answer == .pass)
    #expect(found.baseline.runs == 8 && found.new.runs == 4)
    #expect(found.baseline.median == Nanoseconds(99_000_000))
    // A tenth of the baseline's median.
    #expect(found.allowed == Nanoseconds(9_900_000))
  }

  @Test("is broken where they are slower than is allowed and chance does not explain it")
  func slower() throws {
    let (answer, found) = try compare(baseline: steady, new: runs(120, 125, 130, 135))
    #expect(answer == .fail)
    #expect(found.chance.map { abs($0 - 2.0 / 495) < 1e-12 } == true)
  }

  @Test("holds where they are slower by less than is allowed, however sure that is")
  func allowed() throws {
    #expect(try compare(baseline: steady, new: runs(104, 105, 106, 107)).answer == .pass)
    #expect(
      try compare(baseline: steady, new: runs(104, 105, 106, 107), by: 0).answer == .fail)
  }

  @Test("is open where chance may explain the difference")
  func chance() throws {
    let mixed = runs(50, 60, 70, 100, 110, 200, 210, 220)
    let (answer, found) = try compare(baseline: mixed, new: runs(90, 150, 155, 160))
    #expect(answer == .unknown)
    #expect(found.chance.map { $0 > 0.01 } == true)
  }

  @Test("allows at least what the intervals are wide")
  func width() throws {
    var wide = TinyVerdict()
    for _ in 0..<20 { wide.sample("order", 0, 200) }
    let (answer, found) = try compare(
      baseline: Array(repeating: wide.run, count: 8), new: runs(250, 251, 252, 253), by: 0)
    #expect(found.allowed == .milliseconds(200))
    #expect(answer == .pass)
  }

  @Test("a quantile that was never seen is slower than anything")
  func never() throws {
    let lost = (0..<4).map { _ in TinyVerdict.run(10, at: 99, never: 10) }
    let (answer, found) = try compare(baseline: steady, new: lost)
    #expect(answer == .fail && found.new.median == nil)
  }

  @Test("needs eight runs of the baseline and four new ones", arguments: [(7, 4), (8, 3), (0, 1)])
  func tooFew(old: Int, new: Int) throws {
    let (answer, found) = try compare(
      baseline: Array(steady.prefix(old)), new: Array(repeating: steady[0], count: new))
    #expect(answer == .unknown)
    #expect(
      found
        == GateComparison(
          baseline: .init(runs: old, median: found.baseline.median),
          new: .init(runs: new, median: found.new.median), allowed: nil, chance: nil))
  }

  @Test("counts only runs that measured the link")
  func otherLink() throws {
    var other = TinyVerdict()
    other.sample("points", 1, 2, over: Link(entity: "points", from: "web", to: "mini"))
    let (answer, found) = try compare(
      baseline: Array(steady.prefix(7)) + [other.run], new: runs(1, 2, 3, 4))
    #expect(answer == .unknown && found.baseline.runs == 7)
  }

  /// Runs of one system differ by a twentieth; within each, changes take up to a fifth longer.
  private func drifting(_ count: Int, by factor: Double, _ random: inout SplitMix) -> [GateRun] {
    (0..<count).map { _ in
      let drift = 1 + 0.05 * random.normal()
      var tiny = TinyVerdict()
      for _ in 0..<20 {
        let time = Int64(1_000 * factor * drift * (1 + 0.2 * random.share()))
        tiny.sample("order", time, time + 10)
      }
      return tiny.run
    }
  }

  @Test("raises next to no alarm where runs only drift, and one where they are slower by a third")
  func simulated() throws {
    var random = SplitMix(state: 42)
    var (alarms, seen) = (0, 0)
    for _ in 0..<300 {
      let baseline = drifting(8, by: 1, &random)
      let same = try compare(baseline: baseline, new: drifting(4, by: 1, &random))
      let slower = try compare(baseline: baseline, new: drifting(4, by: 1.33, &random))
      alarms += same.answer == .fail ? 1 : 0
      seen += slower.answer == .fail ? 1 : 0
    }
    // One in a hundred is what the test of the difference allows.
    #expect(alarms <= 3 && seen >= 297, "\(alarms) false alarms, \(seen) seen of 300")
  }

  @Test("a run of the baseline is not compared with itself")
  func own() throws {
    let (answer, found) = try compare(
      baseline: steady, new: runs(1, 2, 3, 4), label: "baseline")
    #expect(answer == .unknown && found.isOwnBaseline)
  }
}

/// The same numbers in every run of the test.
private struct SplitMix {
  var state: UInt64

  /// 0 ..< 1.
  mutating func share() -> Double {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Double((mixed ^ (mixed >> 31)) >> 11) / 9_007_199_254_740_992
  }

  /// Nearly normal, of mean 0 and deviation 1: twelve shares, less six.
  mutating func normal() -> Double { (0..<12).reduce(-6) { sum, _ in sum + share() } }
}
