/// The loops that a run is spread over.
public protocol TransportGroup: Sendable {
  /// At least one; a journey stays on the one that it began on.
  var lanes: [any Transport] { get }

  /// How late the loops' timers were so far, all taken together.
  func lateness() async -> RunEnd.Lateness?
}

/// Sends requests; the tasks that use it run on its executor. By itself it is a group of one.
public protocol Transport: TransportGroup {
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

  /// The same, for the requests of one step: who writes requests down wants to know whose they are.
  func serving(_ step: StepReference) -> any Transport

  /// Returns at or after `moment`, or as soon as the task is cancelled.
  func sleep(until moment: Instant) async
}

extension Transport {
  public var lanes: [any Transport] { [self] }

  public func serving(_ step: StepReference) -> any Transport { self }
}
