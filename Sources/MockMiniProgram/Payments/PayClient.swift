import Foundation
package import MockKit
import Synchronization

/// Calls WeChat Pay as a merchant does: signs what it asks, checks what it is answered.
package final class PayClient: Sendable {
  private struct Address {
    let platform: String
    let notify: String
  }

  let keys: PayKeys
  let appid: String
  let clock: MockClock
  private let signer: PaySigner
  private let platform: PayVerifier
  private let client: WireClient
  private let address = Mutex<Address?>(nil)

  /// - Returns: nothing where the merchant's private key is somebody else's.
  package init?(keys: PayKeys, appid: String, clock: MockClock, client: WireClient) {
    guard let signer = keys.backend,
      let platform = try? PayVerifier(pem: keys.platformCertificate.pem)
    else { return nil }
    self.keys = keys
    self.appid = appid
    self.clock = clock
    self.client = client
    self.signer = signer
    self.platform = platform
  }

  /// - Parameters:
  ///   - url: where the platform is.
  ///   - notify: where the platform is to tell of what was paid.
  package func connect(to url: String, notify: String) {
    address.withLock { $0 = Address(platform: url, notify: notify) }
  }

  /// Where the platform tells of what was paid.
  var notifyURL: String { address.withLock { $0?.notify } ?? "" }

  func sign(_ message: Data) throws -> String { try signer.sign(message) }

  /// Whether the platform has sent it, not long ago.
  func accepts(timestamp: String, nonce: String, signature: String, body: Data) -> Bool {
    guard let time = Int64(timestamp), abs(time - clock.seconds) <= 300 else { return false }
    return platform.accepts(
      signature, of: PayMessage.answer(timestamp: timestamp, nonce: nonce, body: body))
  }

  /// - Throws: `PayRefusal`, or `ShopError.wechatUnavailable` where there is no answer to rely on.
  func call(_ method: String, _ target: String, _ body: Data = Data()) async throws -> Data {
    let answer = try await send(method, target, body)
    guard
      accepts(
        timestamp: answer.header("Wechatpay-Timestamp") ?? "",
        nonce: answer.header("Wechatpay-Nonce") ?? "",
        signature: answer.header("Wechatpay-Signature") ?? "", body: answer.body)
    else { throw ShopError.wechatUnavailable("WeChat Pay's answer is not signed by it.") }
    guard (200..<300).contains(answer.status) else {
      throw (try? JSONDecoder().decode(PayRefusal.self, from: answer.body))
        ?? PayRefusal(code: String(answer.status), message: "")
    }
    return answer.body
  }

  private func send(_ method: String, _ target: String, _ body: Data) async throws -> WireAnswer {
    guard let url = address.withLock({ $0?.platform }) else {
      throw ShopError.wechatUnavailable("No WeChat platform is configured.")
    }
    let (time, nonce) = (String(clock.seconds), Hexadecimal.random(bytes: 16))
    let signature = try sign(
      PayMessage.request(method, target, timestamp: time, nonce: nonce, body: body))
    let authorization =
      "WECHATPAY2-SHA256-RSA2048 mchid=\"\(keys.mchid)\",nonce_str=\"\(nonce)\","
      + "signature=\"\(signature)\",timestamp=\"\(time)\",serial_no=\"\(keys.merchantSerial)\""
    let headers = [
      ("Authorization", authorization), ("Accept", "application/json"),
      ("Content-Type", "application/json"),
    ]
    do {
      return try await client.send(
        WireRequest(method, target, headers: headers, body: body), to: url)
    } catch {
      throw ShopError.wechatUnavailable("\(url) \(method): \(error)")
    }
  }
}

/// An error of WeChat Pay.
struct PayRefusal: Error, Decodable, Equatable {
  let code: String
  let message: String
}

extension PayRefusal: ProblemConvertible {
  var problem: Problem { ShopError.wechatUnavailable("\(code) \(message)").problem }
}
