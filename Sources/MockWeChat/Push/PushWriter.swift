import Foundation
import MockKit

/// A message as it goes to an app's back end.
struct PushLetter: Sendable {
  let request: WireRequest
  let body: String
}

/// Writes messages the way an app has asked for, signed and, where it wants that, encrypted.
struct PushWriter: Sendable {
  private let clock: MockClock
  private let hash: SeededHash

  init(clock: MockClock, seed: UInt64) {
    self.clock = clock
    hash = SeededHash(seed: seed)
  }

  /// - Parameter number: another one for each try.
  func letter(
    _ message: PushMessage, of appid: String, to settings: PushSettings, number: String
  ) throws -> PushLetter {
    var query = parameters(settings, number: number)
    query.append(("openid", message.sender))
    let sealed = try seal(message, of: appid, for: settings, number: number)
    if let sealed {
      let signature = PushSignature.of(settings.token, query[1].1, query[2].1, sealed)
      query += [("encrypt_type", "aes"), ("msg_signature", signature)]
    }
    let body = text(of: message, sealed, for: settings)
    let type = settings.format == .xml ? "text/xml" : "application/json"
    var request = WireRequest(
      "POST", settings.address.target(query),
      headers: [("content-type", type), ("connection", "close")], body: Data(body.utf8))
    request.isAbandonedOnCancel = true
    request.longestAnswer = WireRequest.shortAnswer
    return PushLetter(request: request, body: body)
  }

  /// The question whether somebody there knows the token.
  func checkIn(_ settings: PushSettings) -> (request: WireRequest, echo: String) {
    let number = "check|\(clock.milliseconds)"
    let echo = String(hash.number("echo|\(number)"))
    let query = parameters(settings, number: number) + [("echostr", echo)]
    var request = WireRequest(
      "GET", settings.address.target(query), headers: [("connection", "close")])
    request.isAbandonedOnCancel = true
    request.longestAnswer = WireRequest.shortAnswer
    return (request, echo)
  }

  private func parameters(_ settings: PushSettings, number: String) -> [(String, String)] {
    let time = String(clock.seconds)
    let nonce = String(hash.number("nonce|\(number)") % 2_000_000_000)
    return [
      ("signature", PushSignature.of(settings.token, time, nonce)), ("timestamp", time),
      ("nonce", nonce),
    ]
  }

  private func seal(
    _ message: PushMessage, of appid: String, for settings: PushSettings, number: String
  ) throws -> String? {
    guard settings.mode != .plain, let key = settings.key else { return nil }
    let text = settings.format == .xml ? message.xml() : message.json()
    return try PushCipher(key: key, appid: appid)
      .seal(text, salt: Array(hash.bytes("salt|\(number)").prefix(16)))
  }

  private func text(
    of message: PushMessage, _ sealed: String?, for settings: PushSettings
  ) -> String {
    let isXML = settings.format == .xml
    guard settings.mode == .safe, let sealed else {
      return isXML ? message.xml(with: sealed) : message.json(with: sealed)
    }
    return isXML
      ? PushMessage.xml(sealed: sealed, to: message.recipient)
      : PushMessage.json(sealed: sealed, to: message.recipient)
  }
}
