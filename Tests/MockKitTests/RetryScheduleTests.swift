import MockKit
import Testing

@Suite struct RetryScheduleTests {
  @Test("the delays grow and then there are no more")
  func delays() {
    let middle = (1...7).map { RetrySchedule.delay(after: $0, spread: 0.5, retryAfter: nil) }
    #expect(
      middle == [
        .zero, .milliseconds(500), .seconds(2), .seconds(5), .seconds(15), .seconds(60), nil,
      ])
  }

  @Test("they are spread by a fifth either way")
  func spread() throws {
    let low = try #require(RetrySchedule.delay(after: 4, spread: 0, retryAfter: nil))
    let high = try #require(RetrySchedule.delay(after: 4, spread: 0.999_999, retryAfter: nil))
    #expect(abs(low / .seconds(1) - 4) < 0.001 && abs(high / .seconds(1) - 6) < 0.001)
  }

  @Test("what the receiver asked for is a lower bound")
  func retryAfter() {
    #expect(
      RetrySchedule.delay(after: 1, spread: 0.5, retryAfter: .seconds(9)) == .seconds(9))
    #expect(
      RetrySchedule.delay(after: 6, spread: 0.5, retryAfter: .seconds(9)) == .seconds(60))
    #expect(RetrySchedule.delay(after: 7, spread: 0.5, retryAfter: .seconds(9)) == nil)
  }
}
