import Synchronization

/// What readers are told of the link.
extension LinkRelay {
  /// Whether anything is held up or was given up, whosoever's it is.
  var hasBacklog: Bool {
    state.withLock { $0.hasBacklog(now: environment.clock.now, hash: environment.hash) }
  }

  /// Whether events of a lane are held up.
  func isWaiting(_ lane: String) -> Bool {
    state.withLock {
      $0.isWaiting(lane, now: environment.clock.now, hash: environment.hash)
    }
  }

  func startHeart() {
    hearing.start {
      guard let target = self.state.withLock({ $0.isOpen ? $0.target : nil }) else { return }
      await self.environment.beat(at: target)
    }
  }
}

extension LinkRelayState {
  /// As long as a delivery may take before it counts as held up.
  private static let grace: Duration = .milliseconds(500)

  func hasBacklog(now: Duration, hash: SeededHash) -> Bool {
    status.deadLetters > 0 || lanes.keys.contains { isWaiting($0, now: now, hash: hash) }
  }

  func isWaiting(_ lane: String, now: Duration, hash: SeededHash) -> Bool {
    let waiting = waiting(in: lane)
    guard let first = waiting.first, let last = waiting.last else { return false }
    guard mayDeliver else { return true }
    let due = last.committed + faults.latency.length(of: last.id, by: hash)
    return waiting.contains { $0.attempts > 0 || $0.hold.until > now } || due > now
      || now - first.committed > Self.grace
  }
}
