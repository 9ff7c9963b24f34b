import LinkageStatistics
import Testing

@Suite("A sample's quantile")
struct SampleQuantileTests {
  @Test("lies between the k-th lower and the k-th upper bound")
  func ranks() {
    let sample = SampleQuantile(of: [
      Bounds(lower: 3, upper: 9, point: 5), Bounds(lower: 1, upper: 2, point: 2),
      Bounds(lower: 4, upper: 6, point: 5),
    ])
    #expect(sample.bounds(at: 0.5) == Bounds(lower: 3, upper: 6, point: 5))
    #expect(sample.bounds(at: 1) == Bounds(lower: 4, upper: 9, point: 5))
  }

  @Test("is unbounded where what never arrived reaches it")
  func censored() {
    let sample = SampleQuantile(of: [
      Bounds(lower: 1, upper: 2, point: 2), Bounds(lower: 10, upper: nil, point: nil),
    ])
    #expect(sample.bounds(at: 0.5) == Bounds(lower: 1, upper: 2, point: 2))
    #expect(sample.bounds(at: 0.95) == Bounds(lower: 10, upper: nil, point: nil))
  }

  @Test("of nothing is nothing")
  func empty() { #expect(SampleQuantile(of: []).bounds(at: 0.5) == nil) }
}
