/// Sends requests; the tasks that use it run on its executor.
public protocol Transport: Sendable {
  /// The loop that sends: run journeys on it, so that no answer waits for another thread.
  var executor: any TaskExecutor { get }

  /// The monotonic clock that stamps every exchange.
  func now() -> Instant

  /// A new session with an empty cookie jar.
  func openSession() async -> SessionID

  /// A copy of a session as it is now; later changes of either do not touch the other.
  func snapshot(of session: SessionID) async -> SessionID

  func close(_ session: SessionID) async

  /// Sends one request and waits for its answer or failure; nothing is ever sent twice.
  func send(_ request: HTTPRequest, in session: SessionID?) async -> HTTPExchange

  /// Opens a connection and sends nothing; `nil` when somebody listens.
  func reach(
    _ url: String, by connection: Connection, timeout: Nanoseconds
  ) async -> TransportFailure?

  /// Returns at or after `moment`, or as soon as the task is cancelled.
  func sleep(until moment: Instant) async

  /// How late the loop's timers were so far.
  func lateness() async -> RunEnd.Lateness?
}
