import LinkageStatistics
import Testing

@Suite("Visibility of a change")
struct VisibilityTests {
  private func read(_ sent: Int64, _ received: Int64, _ shows: Bool?) -> Read {
    Read(sent: sent, received: received, shows: shows)
  }

  @Test("lies between the send of the last miss and the receipt of the first hit")
  func bracket() {
    let reads = [read(100, 110, false), read(120, 130, false), read(140, 150, true)]
    let visibility = Visibility(of: reads, writeSent: 90)
    #expect(visibility.first == Bounds(lower: 120, upper: 150, point: 135))
    #expect(visibility.stable == nil)
    #expect(!visibility.flickered)
  }

  @Test("takes an overlapping miss that was sent before the hit came back")
  func overlapping() {
    let reads = [read(100, 140, false), read(130, 150, true), read(120, 160, false)]
    let visibility = Visibility(of: reads, writeSent: 90)
    #expect(visibility.first.lower == 120)
    #expect(visibility.first.upper == 150)
  }

  @Test("at the first read is bounded from below by the write alone")
  func leftCensored() {
    let visibility = Visibility(of: [read(100, 110, true)], writeSent: 80)
    #expect(visibility.first == Bounds(lower: 80, upper: 110, point: 95))
  }

  @Test("never seen has no upper bound")
  func rightCensored() {
    let visibility = Visibility(of: [read(100, 110, false), read(500, 510, false)], writeSent: 80)
    #expect(visibility.first == Bounds(lower: 500, upper: nil, point: nil))
  }

  @Test("is not bounded by reads that said nothing")
  func failedReads() {
    let reads = [read(100, 110, false), read(200, 900, nil), read(300, 310, true)]
    #expect(Visibility(of: reads, writeSent: 0).first.lower == 100)
  }

  @Test("is bracketed by overlapping reads, whichever of them was served first")
  func servedOutOfOrder() {
    let reads = [read(10, 30, true), read(20, 25, false), read(40, 50, true)]
    let visibility = Visibility(of: reads, writeSent: 5)
    #expect(visibility.first.lower == 20)
    #expect(visibility.first.upper == 30)
    #expect(!visibility.flickered, "overlapping reads prove nothing")
    #expect(visibility.stable == nil)
  }

  @Test("that a later read misses has only an upper bound, and a stable interval beside it")
  func flicker() {
    let reads = [
      read(6, 8, false), read(10, 20, true), read(30, 40, false), read(50, 60, true),
    ]
    let visibility = Visibility(of: reads, writeSent: 5)
    #expect(visibility.flickered)
    #expect(visibility.first.lower == 5)
    #expect(visibility.first.upper == 20)
    #expect(visibility.missedAgain == 30)
    #expect(visibility.stable == Bounds(lower: 30, upper: 60, point: 45))
  }

  @Test("that never came back has no stable end")
  func gone() {
    let reads = [read(10, 20, true), read(30, 40, false)]
    let visibility = Visibility(of: reads, writeSent: 5)
    #expect(visibility.stable == Bounds(lower: 30, upper: nil, point: nil))
  }

  @Test("without any read is bounded by the write")
  func nothing() {
    #expect(
      Visibility(of: [], writeSent: 7).first == Bounds(lower: 7, upper: nil, point: nil))
  }
}
