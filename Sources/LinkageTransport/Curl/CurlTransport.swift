package import LinkageCore

/// Sends requests by libcurl on a loop of its own.
///
/// HTTP/1.1 with keep-alive, and HTTP/2 where a server offers it over TLS. A request is written once:
/// when a connection dies before it answers, the failure says so and nothing is sent again.
package final class CurlTransport: Transport {
  private let loop: Loop
  private let bound: LoopBound<Engine>

  package init(_ options: TransportOptions = TransportOptions()) throws(LoopError) {
    _ = FileLimit.isRaised
    loop = try Loop()
    bound = loop.bind(try Engine(options: options))
    loop.run { [loop, bound] in bound.value.open(on: loop.core) }
  }

  deinit {
    loop.run { [bound] in bound.value.close() }
  }

  /// Ends what is in flight as cancelled and closes all connections; later requests fail.
  package func shutdown() async {
    await loop.result { self.engine.close() }
  }

  package var executor: any TaskExecutor { loop }

  package func now() -> Instant { MonotonicClock.now() }

  package func openSession() async -> SessionID {
    await loop.result { self.engine.sessions.open() }
  }

  package func snapshot(of session: SessionID) async -> SessionID {
    await loop.result { self.engine.sessions.copy(session) }
  }

  package func close(_ session: SessionID) async {
    await loop.result { self.engine.sessions.close(session) }
  }

  package func send(_ request: HTTPRequest, in session: SessionID?) async -> HTTPExchange {
    await exchange(.request(request, session))
  }

  package func reach(
    _ url: String, by connection: Connection, timeout: Nanoseconds
  ) async -> TransportFailure? {
    let exchange = await exchange(.reach(url, by: connection, timeout))
    switch exchange.result {
    case .success: return nil
    case .failure(let failure): return failure
    }
  }

  package func sleep(until moment: Instant) async { await loop.sleep(until: moment) }

  package func lateness() async -> RunEnd.Lateness? { await loop.lateness() }

  func latenessHistogram() async -> LatenessHistogram { await loop.latenessHistogram() }

  /// How much the transport holds at this moment.
  package func usage() async -> Usage {
    await loop.result { self.engine.usage }
  }

  private var engine: Engine { bound.value }

  private func exchange(_ errand: Errand) async -> HTTPExchange {
    let ticket = Ticket()
    return await withTaskCancellationHandler {
      await withUnsafeContinuation { continuation in
        // Called at once: a closure would be one more thing to allocate for each request.
        if loop.isCurrent { return engine.start(errand, ticket, continuation) }
        loop.run { self.engine.start(errand, ticket, continuation) }
      }
    } onCancel: {
      ticket.cancel()
      loop.run { self.engine.cancel(ticket) }
    }
  }
}
