/// Asks whether a member may be shown a prompt now, at the website, which counts for both platforms.
struct AskForPrompt: PeerCommand {
  static let type = "prompt.ask"

  let memberId: String
  /// Where it would be shown, and on which page.
  let platform: ShopSide
  let page: String

  func decide(_ change: ShopChange) throws -> PromptDecision {
    let member = try change.member(memberId)
    return PromptDecision(prompt: try change.prompt(member, on: platform, page: page))
  }
}

/// Nothing where there is none to show.
struct PromptDecision: Codable, Sendable {
  let prompt: Prompt?
}
