import Foundation
import Logging
import MockKit
import Mocks
import Synchronization

/// The other end of the link, answering as told and keeping what it gets.
final class FlakyReceiver: Handler {
  struct Delivery: Sendable {
    let event: String
    let lane: String
    let call: Call
  }

  private let taken = Mutex<[Delivery]>([])
  private let decide: @Sendable (_ attempt: Int, Delivery) -> Reply

  /// - Parameter decide: the answer to an event's first attempt, its second, …
  init(_ decide: @escaping @Sendable (_ attempt: Int, Delivery) -> Reply) {
    self.decide = decide
  }

  var deliveries: [Delivery] { taken.withLock { $0 } }

  func answer(_ call: Call) async throws -> Reply {
    let data = try call.decode(JSON.self)
    let phone = data["data"]["phone"].text
    let delivery = Delivery(event: data["id"].text, lane: phone, call: call)
    let attempt = taken.withLock { taken in
      taken.append(delivery)
      return taken.count { $0.event == delivery.event }
    }
    return decide(attempt, delivery)
  }

  static func status(_ status: Int, _ headers: [Reply.Header] = []) -> Reply {
    Reply(status: status, contentType: nil, headers: headers, body: Data())
  }

  /// Runs the website alone, with this as the mini-program.
  func run(
    _ changed: MockOptions? = nil, keeping folder: String? = nil,
    _ body: (MockWorld) async throws -> Void
  ) async throws {
    let logger = Logger(label: "receiver") { _ in SwiftLogNoOpLogHandler() }
    let server = try await MockServer.start(
      host: "127.0.0.1", port: 0, routes: [Route(.post, "/_link/events", self)], logger: logger)
    do {
      var options = try changed ?? MockWorld.options
      options.only = .web
      options.dataDirectory = folder
      options.peers = [.mini: "http://127.0.0.1:\(server.port)"]
      try await MockWorld.run(options, body)
    } catch {
      await server.stop()
      throw error
    }
    await server.stop()
  }
}
