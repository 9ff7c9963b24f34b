import LinkageCore

/// Reads a link as reports write it: `order mini→web`, also `order mini->web`; `mini→web` where no
/// entity has a name.
enum LinkName {
  static func read(_ text: String) -> Link? {
    let text = text.replacing("->", with: "→")
    let halves = text.split(separator: "→", omittingEmptySubsequences: false)
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
