import MockKit
import Testing

@Suite struct ReferralCodeTests {
  @Test(
    "a code leads back to the member, in small letters, too",
    arguments: ["0", "1", "7498666823654435761", "8000000000000000001", "\(UInt64.max)"])
  func whole(member: String) {
    let code = ReferralCode.text(of: member)
    #expect(code.count == 13)
    #expect(ReferralCode.member(of: code) == member)
    #expect(ReferralCode.member(of: code.lowercased()) == member)
  }

  @Test(
    "what no code can be leads to nobody", arguments: ["", "0", "ZZZZZZZZZZZZZ", "000000000000I"])
  func none(text: String) {
    #expect(ReferralCode.member(of: text) == nil)
  }

  @Test("no two members share one")
  func distinct() {
    let codes = (0..<1000).map { ReferralCode.text(of: "\(8_000_000_000_000_000_000 + $0)") }
    #expect(Set(codes).count == codes.count)
  }
}
