import Foundation
import Logging
import MockKit
import Synchronization

/// Hands everything on to the counter, but reports a reservation as failed after it was made.
final class DeafCounter: Handler {
  private let counter: String
  private let client = WireClient()
  private let count = Mutex(0)

  init(counter: String) {
    self.counter = counter
  }

  var reservations: Int { count.withLock { $0 } }

  func answer(_ call: Call) async throws -> Reply {
    let answer = try await client.send(
      WireRequest(
        call.method, call.path,
        headers: call.headers.filter { $0.key.hasPrefix("webhook-") }.map { ($0.key, $0.value) },
        body: call.body), to: counter)
    guard call.path == "/api/reservations" else {
      return Reply(status: answer.status, contentType: "application/json", body: answer.body)
    }
    count.withLock { $0 += 1 }
    return FlakyReceiver.status(504)
  }

  func run(_ body: (String) async throws -> Void) async throws {
    let routes = [
      Route(.get, "/api/stock", self), Route(.post, "/api/reservations", self),
      Route(.post, "/api/reservations/changes", self),
    ]
    let server = try await MockServer.start(
      host: "127.0.0.1", port: 0, routes: routes,
      logger: Logger(label: "counter") { _ in SwiftLogNoOpLogHandler() })
    do {
      try await body("http://127.0.0.1:\(server.port)")
    } catch {
      await server.stop()
      throw error
    }
    await server.stop()
    client.close()
  }
}
