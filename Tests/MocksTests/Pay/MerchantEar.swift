import Foundation
import Logging
import MockKit
import Mocks
import Synchronization

/// Where a merchant is notified; answers as told and keeps what it gets.
final class MerchantEar: Handler {
  struct News: Sendable {
    let call: Call
    let id: String
    let event: String
    /// Decrypted.
    let resource: JSON
    let isSigned: Bool
  }

  private let heard = Mutex<[News]>([])
  private let merchant: Mutex<Merchant?> = Mutex(nil)
  private let statuses: Mutex<[Int]>

  /// - Parameter statuses: of the first answers; then 204.
  init(_ statuses: [Int] = []) {
    self.statuses = Mutex(statuses)
  }

  var news: [News] { heard.withLock { $0 } }

  func answer(_ call: Call) async throws -> Reply {
    let body = try call.decode(JSON.self)
    let resource = body["resource"]
    let text = PayCipher(key: "LinkageMockDevelopmentAPIv3Key32").open(
      resource["ciphertext"].text, nonce: resource["nonce"].text,
      associatedData: resource["associated_data"].text)
    let plain = try text.map { try JSONDecoder().decode(JSON.self, from: $0) } ?? .null
    let signed = merchant.withLock { $0?.isSigned(call) ?? false }
    heard.withLock {
      $0.append(
        News(
          call: call, id: body["id"].text, event: body["event_type"].text, resource: plain,
          isSigned: signed))
    }
    let status = statuses.withLock { $0.isEmpty ? 204 : $0.removeFirst() }
    return Reply(status: status, contentType: nil, body: Data())
  }

  /// Runs a set with a merchant who listens here.
  func run(_ body: (Merchant, _ url: String) async throws -> Void) async throws {
    let logger = Logger(label: "merchant") { _ in SwiftLogNoOpLogHandler() }
    let server = try await MockServer.start(
      host: "127.0.0.1", port: 0, routes: [Route(.post, "/notify", self)], logger: logger)
    do {
      try await MockWorld.run { world in
        let made = try Merchant(world)
        merchant.withLock { $0 = made }
        try await body(made, "http://127.0.0.1:\(server.port)/notify")
      }
    } catch {
      await server.stop()
      throw error
    }
    await server.stop()
  }
}

extension Merchant {
  func isSigned(_ call: Call) -> Bool {
    func header(_ name: String) -> String { call.headers["wechatpay-\(name)"] ?? "" }
    let message = PayMessage.answer(
      timestamp: header("timestamp"), nonce: header("nonce"), body: call.body)
    let key = header("serial") == Self.publicKeyID ? byPublicKey : byCertificate
    return key.accepts(header("signature"), of: message)
  }
}
