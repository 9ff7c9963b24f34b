import Synchronization

/// When the other side was last heard of. Its relay sends a heartbeat each second while the link is
/// up, so silence means that changes made there may not have come.
package final class PeerHearing: Sendable {
  /// In nanoseconds of real time, for the mock clock may jump.
  private let patience: UInt64
  private static let beat: Duration = .seconds(1)

  /// 0 before it is expected at all.
  private let last = Atomic<UInt64>(0)
  private let heart = Mutex<Task<Void, Never>?>(nil)

  /// - Parameter patience: how long the other side may be silent.
  init(patience: Duration) { self.patience = UInt64(max(0, patience / .nanoseconds(1))) }

  var isSilent: Bool {
    let last = last.load(ordering: .relaxed)
    return last > 0 && MonotonicTime.nanoseconds() > last + patience
  }

  /// A heartbeat has come from there.
  func note() {
    last.store(MonotonicTime.nanoseconds(), ordering: .relaxed)
  }

  /// Expects the other side from now on, and lets it hear of this one.
  func start(_ send: @escaping @Sendable () async -> Void) {
    note()
    heart.withLock { heart in
      guard heart == nil else { return }
      heart = Task {
        while (try? await Task.sleep(for: Self.beat)) != nil { await send() }
      }
    }
  }

  /// Waits for a heartbeat that is under way, for a server must not end while it is asked something.
  func stop() async {
    let heart = heart.withLock { $0 }
    heart?.cancel()
    await heart?.value
  }
}
