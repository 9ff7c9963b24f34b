import LinkageCore

/// A link as files write it: `order web→mini`, `web→mini` where no entity has a name, and `->` for
/// who has no arrow on the keyboard.
enum LinkName {
  static let both = "both"

  static func withArrow(_ text: String) -> String { text.replacing("->", with: "→") }

  /// The platforms of `web→mini`; `nil` where it is no link between two.
  static func platforms(of link: String) -> [String]? {
    let ends = link.split(separator: "→", omittingEmptySubsequences: false).map(String.init)
    return ends.count == 2 && ends.allSatisfy { !$0.isEmpty } ? ends : nil
  }

  static func read(_ text: String) -> Link? {
    let halves = withArrow(text).split(separator: "→", omittingEmptySubsequences: false)
    guard halves.count == 2 else { return nil }
    let before = halves[0].split(separator: " ").map(String.init)
    let after = halves[1].split(separator: " ").map(String.init)
    guard (1...2).contains(before.count), after.count == 1,
      (before + after).allSatisfy({ Identifier.problem(withLabel: $0) == nil })
    else { return nil }
    return Link(
      entity: before.count == 2 ? before[0] : nil, from: before[before.count - 1], to: after[0])
  }
}
