/// How faults keep an event back.
struct OutboxHold: Sendable {
  /// The latest attempt about which they were asked.
  var attempt = 0
  /// The lane of its own in which it waits while those behind it pass by.
  var detour: String?
  var until: Duration = .zero
  /// The fault that holds it.
  var fault: String?
}
