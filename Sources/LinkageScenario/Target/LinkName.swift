/// A link as files write it: `web→mini`, or `web->mini` for who has no arrow on the keyboard.
enum LinkName {
  static let both = "both"

  static func withArrow(_ text: String) -> String { text.replacing("->", with: "→") }

  /// The platforms of `web→mini`; `nil` where it is no link between two.
  static func platforms(of link: String) -> [String]? {
    let ends = link.split(separator: "→", omittingEmptySubsequences: false).map(String.init)
    return ends.count == 2 && ends.allSatisfy { !$0.isEmpty } ? ends : nil
  }
}
