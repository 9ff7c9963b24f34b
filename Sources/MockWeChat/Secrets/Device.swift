import MockKit

/// A mini-program open in somebody's WeChat, with a living session.
struct Device: Sendable {
  /// What a device hands over encrypted.
  struct Sealed: Sendable {
    let encryptedData: String
    /// 16 bytes in base64.
    let iv: String
  }

  let context: WeChatContext
  let appid: String
  let owner: WeChatOwner
  private let seal: SessionSeal

  /// The device of the call's `{openid}`.
  init(of call: Call, in context: WeChatContext) throws(DeviceProblem) {
    let openid = call.parameters["openid"] ?? ""
    guard let person = context.people.find(openid), let session = context.sessions.living(openid)
    else { throw DeviceProblem(openid: openid) }
    self.context = context
    appid = person.appid
    owner = person.owner
    seal = SessionSeal(key: session.key)
  }

  var watermark: Watermark { Watermark(appid: appid, seconds: context.clock.seconds) }

  func seal(_ text: String) throws -> Sealed {
    let iv = context.sessions.freshBytes()
    return Sealed(encryptedData: try seal.encrypt(text, iv: iv), iv: iv.base64)
  }

  func seal(_ fields: [(String, WeChatValue)]) throws -> Sealed {
    try seal(WeChatValue.object(fields).plainJSON)
  }

  func signature(ofRaw rawData: String) -> String { seal.signature(ofRaw: rawData) }
}

/// A control that needs a session where there is none.
struct DeviceProblem: ProblemConvertible {
  let openid: String

  var problem: Problem {
    Problem(
      409, "no-wechat-session", "The user has no living session",
      detail:
        "\(openid) has not logged in to a mini-program here, or not for three days. "
        + "`POST /_control/login-codes` logs a user in.")
  }
}

extension WeChatValue {
  /// As devices write it: slashes stand as they are.
  var plainJSON: String { json.replacing("\\/", with: "/") }
}
