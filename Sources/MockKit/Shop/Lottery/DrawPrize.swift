/// Draws for a form, at the website, which has it.
struct DrawPrize: PeerCommand {
  static let type = "draw.draw"

  let form: String
  let memberId: String

  func decide(_ change: ShopChange) throws -> DrawDecision {
    try change.draw(form, of: try change.member(memberId))
  }
}
