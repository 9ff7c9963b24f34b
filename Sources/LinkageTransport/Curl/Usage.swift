/// What a transport holds: for tests and for looking.
package struct Usage: Sendable, Equatable {
  /// Requests without an answer yet.
  package var inFlight: Int
  /// Handles that wait to be used again.
  package var idleHandles: Int
  /// Cookie jars, open or still in use by a request.
  package var sessions: Int

  package init(inFlight: Int, idleHandles: Int, sessions: Int) {
    self.inFlight = inFlight
    self.idleHandles = idleHandles
    self.sessions = sessions
  }
}
