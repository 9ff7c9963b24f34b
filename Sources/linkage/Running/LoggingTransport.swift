import LinkageCore

/// A transport whose requests are written down in full.
struct LoggingTransport: Transport {
  let base: any Transport
  let log: CurlLog
  /// Whose requests these are.
  var step: StepReference?

  var executor: any TaskExecutor { base.executor }
  func now() -> Instant { base.now() }
  func openSession() async -> SessionID { await base.openSession() }
  func snapshot(of session: SessionID) async -> SessionID { await base.snapshot(of: session) }
  func close(_ session: SessionID) async { await base.close(session) }

  func send(_ request: HTTPRequest, in session: SessionID?) async -> HTTPExchange {
    let exchange = await base.send(request, in: session)
    log.append(request, exchange, inSession: session != nil, of: step)
    return exchange
  }

  func serving(_ step: StepReference) -> any Transport {
    LoggingTransport(base: base, log: log, step: step)
  }

  func reach(
    _ url: String, by connection: Connection, timeout: Nanoseconds
  ) async -> TransportFailure? {
    await base.reach(url, by: connection, timeout: timeout)
  }

  func sleep(until moment: Instant) async { await base.sleep(until: moment) }
  func lateness() async -> RunEnd.Lateness? { await base.lateness() }
}

/// All lanes of a run, written down in one place.
struct LoggingGroup: TransportGroup {
  let base: any TransportGroup
  let log: CurlLog

  var lanes: [any Transport] { base.lanes.map { LoggingTransport(base: $0, log: log) } }
  func lateness() async -> RunEnd.Lateness? { await base.lateness() }
}
