import LinkageCore
import Synchronization

/// Spaces the starts of requests evenly: `50/s` is one every 20 ms, whoever sends it.
final class RateLimit: Sendable {
  let interval: Nanoseconds
  private let next = Mutex(Instant(.min))

  init(_ rate: Target.Rate) { interval = rate.interval }

  /// Waits for the next free start, in the order of asking.
  func wait(on transport: any Transport) async {
    let now = transport.now()
    let start = next.withLock { next in
      let start = max(now, next)
      next = start + interval
      return start
    }
    if start > now { await transport.sleep(until: start) }
  }
}

extension Target.Rate {
  /// From one start to the next.
  var interval: Nanoseconds { Nanoseconds(per.count / Int64(max(count, 1))) }
}
