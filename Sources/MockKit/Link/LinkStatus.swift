/// How one direction of the link is doing.
package struct LinkStatus: Sendable, Equatable, Codable {
  /// Older alerts are forgotten.
  private static let mostAlerts = 100

  /// Events in the outbox: those that wait, are on their way, or have just arrived.
  package var pending = 0
  package var delivered = 0
  /// Failed attempts after which another one was planned.
  package var retries = 0
  package var deadLetters = 0
  /// The receiver said that it is gone; nothing is sent until the link is resumed.
  package var isDisabled = false
  /// An administrator holds the events back.
  package var isPaused = false
  /// Oldest first; the latest hundred.
  package var alerts: [LinkAlert] = []

  mutating func add(_ alert: LinkAlert) {
    alerts.append(alert)
    if alerts.count > Self.mostAlerts { alerts.removeFirst(alerts.count - Self.mostAlerts) }
  }
}
