/// What must be told on every site before it opens: its filing and its privacy policy. All made up.
package struct Site: Sendable, Equatable, Codable {
  package let name: String
  package let nameEn: String
  /// The ICP filing, in the form of a real one.
  package let filingNumber: String
  /// Of the page that shows the policy, on the website.
  package let privacyUrl: String?
  package let privacy: String
  package let privacyEn: String

  package static func of(_ side: ShopSide) -> Site {
    Site(
      name: "联通茶舍", nameEn: "Linkage Teahouse",
      filingNumber: "沪ICP备00000000号-\(side == .web ? "1" : "2X")（模拟）",
      privacyUrl: side == .web ? "/privacy" : nil, privacy: policy, privacyEn: policyEn)
  }

  private static let policy =
    "本店为虚构的模拟商店。手机号、昵称、收货地址和订单仅用于演示网站与小程序之间的同步，"
    + "不会提供给任何人，注销会员后即删除。请勿填写真实信息。"
  private static let policyEn =
    "This shop is made up. Phone numbers, names, addresses and orders serve only to show how a website "
    + "and a mini-program exchange them. They are given to nobody, and deleted with the member. "
    + "Never enter real data."
}
