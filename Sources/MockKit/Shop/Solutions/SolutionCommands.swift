/// Asks for something made to order, at the website.
struct AskForSolution: PeerCommand {
  static let type = "solution.ask"

  let memberId: String
  let platform: ShopSide
  let title: String
  let need: String
  let budget: Money?

  func decide(_ change: ShopChange) throws -> Solution {
    try change.receive(self, from: try change.member(memberId))
  }
}

/// The staff takes it to another stage, at the website.
struct MoveSolution: PeerCommand {
  static let type = "solution.move"

  let solutionId: String
  let stage: Solution.Stage
  let note: String?
  let amount: Money?

  func decide(_ change: ShopChange) throws -> Solution {
    try change.move(try Solutions.find(solutionId, in: change.database), self)
  }
}
