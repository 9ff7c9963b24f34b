/// How long to wait for somebody who does not answer: half a second after the first failure, twice as
/// long after each one more, at most 16 seconds.
package struct Backoff: Sendable {
  private var failures = 0

  package init() {}

  package mutating func failed() -> Duration {
    failures += 1
    return .milliseconds(250) * (1 << min(failures, 6))
  }

  package mutating func succeeded() {
    failures = 0
  }
}
