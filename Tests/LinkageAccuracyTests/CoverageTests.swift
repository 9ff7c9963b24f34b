import LinkageAccuracy
import LinkageCore
import Testing

@Suite("Coverage")
struct CoverageTests {
  /// Acknowledged at 1000, in (1100, 1200] on the clock.
  private let write = MeasuredWrite.of("e", lower: 100, upper: 200)

  private func coverage(notBefore: Int64, notAfter: Int64) -> Coverage {
    Coverage(
      of: [write], truth: ["e": TrueVisibility(notBefore: notBefore, notAfter: notAfter)])
  }

  @Test(
    "holds where the truth is inside, reaches in, or touches an end",
    arguments: [(1_120, 1_130), (1_190, 1_210), (1_090, 1_105), (1_080, 1_100), (1_200, 1_220)])
  func inside(notBefore: Int64, notAfter: Int64) {
    let coverage = coverage(notBefore: notBefore, notAfter: notAfter)
    #expect(coverage.holds && coverage.inside == 1 && coverage.violations.isEmpty)
    #expect(coverage.whollyInside == (notBefore >= 1_100 && notAfter <= 1_200 ? 1 : 0))
  }

  @Test(
    "is violated where all of the truth is outside", arguments: [(1_080, 1_099), (1_201, 1_210)])
  func outside(notBefore: Int64, notAfter: Int64) throws {
    let coverage = coverage(notBefore: notBefore, notAfter: notAfter)
    #expect(!coverage.holds && coverage.inside == 0 && coverage.whollyInside == 0)
    let violation = try #require(coverage.violations.first)
    #expect(violation.entity == "e" && violation.latency == write.latency)
    #expect(
      violation.truth == Nanoseconds(notBefore - 1_000)...Nanoseconds(notAfter - 1_000))
  }

  @Test("does not hold where the truth knows nothing of a change that was seen")
  func missing() {
    let coverage = Coverage(of: [write], truth: [:])
    #expect(!coverage.holds && coverage.missing == ["e"])
    #expect(coverage.inside == 0 && coverage.truthWidth == nil)
  }

  @Test("of a change that was not seen is violated only by a truth before its last miss")
  func censored() {
    let unseen = MeasuredWrite.of("e", lower: 500, upper: nil)
    func holds(_ truth: [String: TrueVisibility]) -> Bool {
      let coverage = Coverage(of: [unseen], truth: truth)
      #expect(coverage.censored == 1 && coverage.missing.isEmpty)
      return coverage.holds && coverage.inside == 1
    }
    #expect(holds([:]))
    #expect(holds(["e": TrueVisibility(notBefore: 1_600, notAfter: 1_610)]))
    #expect(!holds(["e": TrueVisibility(notBefore: 1_400, notAfter: 1_410)]))
  }

  @Test("tells how well the truth is known")
  func width() throws {
    let writes = ["a", "b", "c"].map { MeasuredWrite.of($0, lower: 100, upper: 200) }
    let truth = [
      "a": TrueVisibility(notBefore: 1_150, notAfter: 1_152),
      "b": TrueVisibility(notBefore: 1_150, notAfter: 1_155),
      "c": TrueVisibility(notBefore: 1_150, notAfter: 1_190),
    ]
    let width = try #require(Coverage(of: writes, truth: truth).truthWidth)
    #expect(width.median == Nanoseconds(5) && width.worst == Nanoseconds(40))
  }
}

extension MeasuredWrite {
  /// Acknowledged at 1000, the point in the middle.
  static func of(_ entity: String, lower: Int64, upper: Int64?, reads: Int = 5) -> MeasuredWrite {
    MeasuredWrite(
      entity: entity, acknowledged: Instant(1_000),
      latency: LatencyInterval(
        lower: Nanoseconds(lower), upper: upper.map { Nanoseconds($0) },
        point: upper.map { Nanoseconds((lower + $0) / 2) }),
      reads: reads)
  }
}
