import MockKit

/// The person behind a code.
struct WeChatOwner: Sendable, Equatable {
  /// Without the area code.
  let phone: String
  let identity: WeChatIdentity
  /// The phone's area code, without a plus.
  var countryCode = "86"

  /// The same person as another app knows them.
  func known(as identity: WeChatIdentity) -> WeChatOwner {
    WeChatOwner(phone: phone, identity: identity, countryCode: countryCode)
  }

  /// `phone_info` and what `getPhoneNumber` encrypts: foreign numbers carry their area code.
  func phoneFields(_ watermark: Watermark) -> [(String, WeChatValue)] {
    [
      ("phoneNumber", .text(countryCode == "86" ? phone : countryCode + phone)),
      ("purePhoneNumber", .text(phone)), ("countryCode", .text(countryCode)),
      ("watermark", watermark.value),
    ]
  }
}

/// For whom and when the platform gave something out.
struct Watermark: Sendable {
  let appid: String
  /// Since 1970.
  let seconds: Int64

  var value: WeChatValue {
    .object([("timestamp", .number(seconds)), ("appid", .text(appid))])
  }
}
