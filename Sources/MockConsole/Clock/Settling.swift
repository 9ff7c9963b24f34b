import MockKit

/// Waits until all that came due is done: timers, deliveries, and the calls they make.
struct Settling: Sendable {
  /// In real time.
  private static let patience: Duration = .seconds(30)
  /// How often in a row everything must have been quiet: between two steps of a piece of work
  /// nothing may be under way for a moment.
  private static let proofs = 5

  let parts: ConsoleParts

  /// - Returns: whether everything became quiet in time.
  func wait() async -> Bool {
    let end = ContinuousClock.now + Self.patience
    var quiet = 0
    while quiet < Self.proofs {
      guard ContinuousClock.now < end else { return false }
      // A cancelled wait would turn without a pause.
      do { try await Task.sleep(for: .milliseconds(2)) } catch { return false }
      quiet = isQuiet ? quiet + 1 : 0
    }
    return true
  }

  private var isQuiet: Bool {
    parts.clock.isQuiet && parts.journal.underWay == 0 && parts.relays.allSatisfy(\.isQuiet)
      && parts.isResting()
  }
}
