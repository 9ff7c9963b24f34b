import Foundation
import MockKit

/// The headers by which one knows that WeChat Pay has sent something.
struct PaySeal {
  /// With this WeChat Pay tries out whether a merchant looks at signatures at all.
  private static let probe = "WECHATPAY/SIGNTEST/"

  private let signing: PayKeys.Signing
  private let clock: MockClock

  init(_ signing: PayKeys.Signing, clock: MockClock) {
    self.signing = signing
    self.clock = clock
  }

  func headers(of body: Data, isForged: Bool = false) throws -> [Reply.Header] {
    let (timestamp, nonce) = (String(clock.seconds), Hexadecimal.random(bytes: 16))
    let message = PayMessage.answer(timestamp: timestamp, nonce: nonce, body: body)
    let signature = try isForged ? Self.probe + forged() : signing.signer.sign(message)
    return [
      Reply.Header("Wechatpay-Timestamp", timestamp), Reply.Header("Wechatpay-Nonce", nonce),
      Reply.Header("Wechatpay-Serial", signing.serial),
      Reply.Header("Wechatpay-Signature", signature),
      Reply.Header("Wechatpay-Signature-Type", "WECHATPAY2-SHA256-RSA2048"),
    ]
  }

  private func forged() -> String {
    Data(Hexadecimal.random(bytes: 120).utf8).base64EncodedString()
  }
}
