/// How notifications are sent.
struct NoticePlan: Sendable, Equatable, Codable {
  /// How often each is sent again although it was taken.
  var `repeat` = 0
  /// How long each waits before it is sent for the first time, on the set's clock.
  var delayMs = 0
  /// How many attempts of each get lost on their way.
  var drop = 0
  /// How many attempts of each carry a false signature, before the true one.
  var forge = 0
}
