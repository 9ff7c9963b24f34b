import Foundation

/// Where threads wait for one another: nobody goes on before all have come.
final class Meeting: Sendable {
  private let lock = NSCondition()
  private nonisolated(unsafe) var missing: Int

  init(of count: Int) { missing = count }

  /// False when the others did not come in time.
  func join(within seconds: TimeInterval = 20) -> Bool {
    let deadline = Date(timeIntervalSinceNow: seconds)
    lock.lock()
    defer { lock.unlock() }
    missing -= 1
    lock.broadcast()
    while missing > 0 {
      if !lock.wait(until: deadline) { return false }
    }
    return true
  }
}
