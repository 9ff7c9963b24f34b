import MockKit

/// Takes codes that nobody gave out: the same code is always the same person.
struct AnyCode: Sendable {
  let seed: UInt64

  /// A code that is a phone number is that phone's owner.
  func owner(of code: String) -> WeChatOwner {
    let isPhone = (try? MobileNumber.check(code)) != nil
    let digits = String(SeededHash(seed: seed).number("phone|\(code)") % 1_000_000_000)
    let phone = isPhone ? code : "13" + String(repeating: "0", count: 9 - digits.count) + digits
    let person = isPhone ? phone : code
    return WeChatOwner(phone: phone, identity: WeChatIdentity(of: person, seed: seed))
  }
}
