import MockKit
import Synchronization
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

  @Test("set back, it makes sleepers wait for the time as it is then; set on, it wakes them")
  func setBack() async {
    let clock = MockClock()
    let start = clock.now
    clock.advance(by: .seconds(3600))
    async let sleeper: Void = clock.sleep(until: start + .seconds(3700))
    clock.set(to: start)
    clock.advance(by: .seconds(200))
    #expect(clock.now < start + .seconds(3600) && clock.isQuiet)
    clock.set(to: start + .seconds(3701))
    await sleeper
    #expect(clock.now >= start + .seconds(3701))
  }

  @Test("whoever keeps the clock's place is told of each move, and a new one starts there")
  func moved() async {
    let places = Places()
    let clock = MockClock(offset: .seconds(5), moved: places.add)
    #expect(clock.offset == .seconds(5))
    clock.advance(by: .seconds(2))
    clock.set(offset: .zero)
    #expect(places.all == [.seconds(7), .zero])
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

/// Where a clock was moved to.
private final class Places: Sendable {
  private let known = Mutex<[Duration]>([])

  var all: [Duration] { known.withLock { $0 } }

  func add(_ offset: Duration) {
    known.withLock { $0.append(offset) }
  }
}
