import Foundation
import MockKit
import Testing

@Suite struct LinkSignatureTests {
  static let id = "msg_p5jXN8AQM9LWM0D4loKWxJek"
  static let time: Int64 = 1_614_265_330
  static let body = Data(#"{"test": 2432232314}"#.utf8)
  static let expected = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="

  private func secret(_ text: String = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw") throws
    -> LinkSecret
  {
    try #require(LinkSecret(text))
  }

  @Test("the signature is the one of the Standard Webhooks vector")
  func vector() throws {
    let signature = LinkSignature(
      signing: Self.body, id: Self.id, timestamp: Self.time, with: try secret())
    #expect(signature.signatures == Self.expected)
    try signature.verify(Self.body, with: [try secret()], now: Self.time)
  }

  @Test("any of several signatures by any of several secrets is enough")
  func several() throws {
    let signature = LinkSignature(
      id: Self.id, timestamp: String(Self.time),
      signatures: "v1a,xxx v1,AAAA \(Self.expected)")
    let other = try secret("whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")
    try signature.verify(Self.body, with: [other, try secret()], now: Self.time)
    #expect(throws: LinkSignatureError.mismatch) {
      try signature.verify(Self.body, with: [other], now: Self.time)
    }
  }

  @Test("another body, another id and another time do not fit")
  func tampered() throws {
    let key = try secret()
    for (id, time, body) in [
      (Self.id, Self.time, Data("{}".utf8)), ("msg_other", Self.time, Self.body),
      (Self.id, Self.time + 1, Self.body),
    ] {
      let signature = LinkSignature(id: id, timestamp: String(time), signatures: Self.expected)
      #expect(throws: LinkSignatureError.mismatch) {
        try signature.verify(body, with: [key], now: Self.time)
      }
    }
  }

  @Test("five minutes either way are allowed, no second more", arguments: [-300, -301, 300, 301])
  func tolerance(shift: Int64) throws {
    let key = try secret()
    let signature = LinkSignature(
      signing: Self.body, id: Self.id, timestamp: Self.time, with: key)
    let isAccepted = (try? signature.verify(Self.body, with: [key], now: Self.time + shift)) != nil
    #expect(isAccepted == (abs(shift) <= 300))
  }

  @Test(
    "a timestamp that is no number, or beyond all bounds, is refused",
    arguments: [
      "", "now", "9223372036854775807", "-9223372036854775808",
    ])
  func strangeTimestamp(text: String) throws {
    let signature = LinkSignature(id: Self.id, timestamp: text, signatures: Self.expected)
    let key = try secret()
    #expect(throws: LinkSignatureError.self) {
      try signature.verify(Self.body, with: [key], now: Self.time)
    }
  }

  @Test("a secret is whsec_ and base64", arguments: ["", "whsec_", "whsec_!", "MfKQ9r8GKYqr"])
  func badSecret(text: String) {
    #expect(LinkSecret(text) == nil)
  }
}
