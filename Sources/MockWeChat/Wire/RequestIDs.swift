import MockKit
import Synchronization

/// Request ids: three groups of eight hexadecimal digits, the first one the Unix time.
final class RequestIDs: Sendable {
  private let clock: MockClock
  private let hash: SeededHash
  private let count = Mutex<UInt64>(0)

  init(clock: MockClock, seed: UInt64) {
    self.clock = clock
    hash = SeededHash(seed: seed)
  }

  func next() -> String {
    let number = count.withLock { count in
      count += 1
      return count
    }
    let tail = hash.hex("rid|\(number)", digits: 16)
    let time = String(clock.seconds, radix: 16)
    return "\(time)-\(tail.prefix(8))-\(tail.suffix(8))"
  }
}
