import LinkageStatistics
import Testing

@Suite("The least number of moments")
struct MomentsTests {
  private func least(_ bounds: (Int64, Int64?)...) -> Int {
    Moments.least(of: bounds.map { Bounds(lower: $0.0, upper: $0.1, point: nil) })
  }

  @Test("is one where all have something in common")
  func together() { #expect(least((1, 9), (8, 20), (5, 10)) == 1) }

  @Test("is one for each where they only touch, as bounds are half open")
  func apart() { #expect(least((1, 3), (3, 5), (5, 9)) == 3) }

  @Test("passes over what never happened")
  func never() { #expect(least((1, 3), (1, nil)) == 1 && least((1, nil)) == 0) }

  @Test("takes the earliest end first")
  func greedy() { #expect(least((0, 10), (1, 3), (2, 4), (5, 8), (7, 20)) == 2) }
}
