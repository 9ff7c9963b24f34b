import Glibc
package import LinkageCore

/// `CLOCK_MONOTONIC`: the one clock that stamps exchanges and drives timers.
package enum MonotonicClock {
  package static func now() -> Instant {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Instant(Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec))
  }
}
