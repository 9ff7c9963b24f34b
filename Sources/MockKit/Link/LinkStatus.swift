/// How one direction of the link is doing.
package struct LinkStatus: Sendable, Equatable, Codable {
  /// Events in the outbox: those that wait, are on their way, or have just arrived.
  package var pending = 0
  package var delivered = 0
  /// Failed attempts after which another one was planned.
  package var retries = 0
  package var deadLetters = 0
  /// The receiver said that it is gone; nothing is sent until the link is resumed.
  package var isDisabled = false
  /// What an administrator must know, oldest first.
  package var alerts: [String] = []
}
