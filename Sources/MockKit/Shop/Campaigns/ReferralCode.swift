/// What a member gives to friends: the member's id in other digits, so that both platforms know each
/// code without telling each other, and those of merged ids go on leading to the survivor.
///
/// An odd factor has an inverse modulo 2^64, so no two ids share a code, and codes of neighbours have
/// nothing in common.
package enum ReferralCode {
  /// Without I, L, O and U, which are easily misread.
  private static let digits = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
  private static let length = 13
  private static let factor: UInt64 = 0x9E37_79B9_7F4A_7C15
  /// By Newton's method, which doubles the number of right bits, three at first.
  private static let inverse = (0..<5).reduce(factor) { found, _ in
    found &* (2 &- factor &* found)
  }

  /// 13 digits and letters.
  package static func text(of member: String) -> String {
    guard var rest = UInt64(member).map({ $0 &* factor }) else { return member }
    var text: [Character] = []
    for _ in 0..<length {
      text.append(digits[Int(rest % 32)])
      rest /= 32
    }
    return String(text.reversed())
  }

  /// - Returns: nothing where the text is no code.
  package static func member(of code: String) -> String? {
    guard code.utf8.count == length else { return nil }
    var number: UInt64 = 0
    for character in code.uppercased() {
      guard let digit = digits.firstIndex(of: character) else { return nil }
      let (high, isTooMuch) = number.multipliedReportingOverflow(by: 32)
      guard !isTooMuch else { return nil }
      number = high + UInt64(digit)
    }
    return String(number &* inverse)
  }
}
