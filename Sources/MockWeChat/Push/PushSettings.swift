import MockKit

/// Where the platform pushes an app's messages, and how it writes them.
struct PushSettings: Sendable, Equatable {
  let address: PushAddress
  let token: String
  let key: PushKey?
  let mode: WeChatPush.Mode
  let format: WeChatPush.Format
  /// How often each message is pushed: several times where duplicates are wanted.
  var copies = 1

  /// - Throws: `InvalidRequest` with the first field that does not fit.
  init(_ push: WeChatPush, copies: Int = 1) throws(InvalidRequest) {
    guard let address = PushAddress(push.url) else {
      throw InvalidRequest(field: "url", reason: .outside("an http or https address"))
    }
    guard WeChatPush.isToken(push.token) else {
      throw InvalidRequest(field: "token", reason: .outside("3 to 32 letters and digits"))
    }
    guard (1...10).contains(copies) else {
      throw InvalidRequest(field: "copies", reason: .outside("1 to 10"))
    }
    self.address = address
    token = push.token
    key = try Self.key(push)
    mode = push.mode ?? .plain
    format = push.format ?? .xml
    self.copies = copies
  }

  private static func key(_ push: WeChatPush) throws(InvalidRequest) -> PushKey? {
    let isNeeded = (push.mode ?? .plain) != .plain
    guard let text = push.encodingAESKey else {
      if isNeeded { throw InvalidRequest(field: "encodingAESKey", reason: .missing) }
      return nil
    }
    guard let key = PushKey(text) else {
      throw InvalidRequest(field: "encodingAESKey", reason: .outside("43 letters and digits"))
    }
    return key
  }
}
