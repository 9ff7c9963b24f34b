import MockKit
import Testing

@Suite struct MockClockTests {
  @Test("advancing wakes those whose time has come, and leaves the others asleep")
  func advances() async throws {
    let clock = MockClock()
    let start = clock.now
    async let short: Void = clock.sleep(until: start + .seconds(3600))
    let long = Task { await clock.sleep(until: start + .seconds(7200)) }
    clock.advance(by: .seconds(3700))
    await short
    #expect(clock.now - start >= .seconds(3700) && clock.now - start < .seconds(7200))
    long.cancel()
    await long.value
  }

  @Test("a sleep ends no sooner than it should")
  func sleeps() async {
    let clock = MockClock()
    let start = MonotonicTime.nanoseconds()
    await clock.sleep(for: .milliseconds(20))
    #expect(MonotonicTime.nanoseconds() - start >= 20_000_000)
  }

  @Test("many sleepers and many advances leave nobody behind")
  func stress() async {
    let clock = MockClock()
    let start = clock.now
    await withTaskGroup { group in
      for number in 1...200 {
        group.addTask { await clock.sleep(until: start + .seconds(number)) }
      }
      for _ in 1...201 {
        clock.advance(by: .seconds(1))
        await Task.yield()
      }
    }
  }

  @Test("time is written as RFC 3339 with milliseconds")
  func timestamp() {
    #expect(MockClock.timestamp(.milliseconds(1_614_265_330_042)) == "2021-02-25T15:02:10.042Z")
    #expect(MockClock.timestamp(.milliseconds(1_614_265_330_999)) == "2021-02-25T15:02:10.999Z")
    #expect(MockClock.timestamp(.zero) == "1970-01-01T00:00:00.000Z")
    #expect(MockClock.timestamp(.seconds(951_782_400)) == "2000-02-29T00:00:00.000Z")
    #expect(MockClock.timestamp(.seconds(4_107_542_399)) == "2100-02-28T23:59:59.000Z")
  }
}
