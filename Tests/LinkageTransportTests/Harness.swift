import LinkageCore
import LinkageTransport
import Testing

extension HTTPRequest {
  static func get(_ url: String, timeout: Nanoseconds = .seconds(30)) -> HTTPRequest {
    make("GET", url, timeout: timeout)
  }

  static func make(
    _ method: String, _ url: String, headers: [HeaderField] = [], body: String? = nil,
    timeout: Nanoseconds = .seconds(30), follow: Int = 0, maximumAnswer: Int = 1 << 20
  ) -> HTTPRequest {
    HTTPRequest(
      method: method, url: url, headers: headers, body: body.map { Array($0.utf8) },
      timeout: timeout, follow: follow, maximumAnswer: maximumAnswer)
  }
}

extension Connection {
  static func trusting(_ authority: String?) -> Connection {
    var settings = Settings()
    settings.authority = authority
    return Connection(settings)
  }
}

extension HTTPExchange {
  var answer: HTTPAnswer? { try? result.get() }

  var failure: TransportFailure? {
    guard case .failure(let failure) = result else { return nil }
    return failure
  }

  var text: String? { answer.map { String(decoding: $0.body, as: UTF8.self) } }
}

/// A server and a transport for the time of one test.
func withServer<Result>(
  _ script: @escaping RawServer.Script,
  _ body: (RawServer, CurlTransport) async throws -> Result
) async throws -> Result {
  let server = try RawServer(script)
  defer { server.stop() }
  return try await withTransport { try await body(server, $0) }
}

/// A transport for the time of one test.
func withTransport<Result>(
  _ body: (CurlTransport) async throws -> Result
) async throws -> Result {
  // A busy machine may take longer between two requests than idle connections live.
  let transport = try CurlTransport(TransportOptions(longestIdle: 3_600))
  do {
    let result = try await body(transport)
    await transport.shutdown()
    return result
  } catch {
    await transport.shutdown()
    throw error
  }
}

/// The same with a server that does the same to every request.
func withServer<Result>(
  always actions: [RawServer.Action],
  _ body: (RawServer, CurlTransport) async throws -> Result
) async throws -> Result {
  let script: RawServer.Script = { _ in actions }
  return try await withServer(script, body)
}
