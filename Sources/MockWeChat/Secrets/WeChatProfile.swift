import MockKit
import Synchronization

/// What WeChat tells of a user. Since 2022 mini-programs learn no name: everybody is 微信用户 there
/// until a control says otherwise.
struct WeChatProfile: Sendable, Equatable {
  var nickName: String?
  /// 0 unknown, 1 male, 2 female.
  var gender = 0
  var language = ""
  var city = ""
  var province = ""
  var country = ""
  var avatarUrl =
    "https://thirdwx.qlogo.cn/mmopen/vi_32/POgEwh4mIHO4nibH0KlMECNjjGxQUq24ZEaGT4poC6icRiccVGKSyXwibcPq4BWmiaIGuG1icwxaQX6grC9VemZoJ8rg/132"

  static let anonymousName = "微信用户"

  /// As `rawData` has them, in its order.
  var fields: [(String, WeChatValue)] {
    [
      ("nickName", .text(nickName ?? Self.anonymousName)), ("gender", .number(Int64(gender))),
      ("language", .text(language)), ("city", .text(city)), ("province", .text(province)),
      ("country", .text(country)), ("avatarUrl", .text(avatarUrl)),
    ]
  }
}

/// The profiles that controls have set.
final class ProfileBook: Sendable {
  /// By unionid: a person has one profile in all apps.
  private let state = Mutex<[String: WeChatProfile]>([:])

  /// All of it, for a snapshot.
  var memory: [String: WeChatProfile] {
    get { state.withLock { $0 } }
    set { state.withLock { $0 = newValue } }
  }

  func profile(of identity: WeChatIdentity) -> WeChatProfile {
    state.withLock { $0[identity.unionid] } ?? WeChatProfile()
  }

  func set(_ profile: WeChatProfile, of identity: WeChatIdentity) {
    state.withLock { $0[identity.unionid] = profile }
  }
}
