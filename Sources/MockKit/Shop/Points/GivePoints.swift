/// Asks the other side to hand over a part of what it may spend.
struct GivePoints: PeerCommand {
  struct Answer: Codable, Sendable {
    let move: PointsMove
    /// The giver's entries that may not have arrived yet, for what is spent must have been there.
    let entries: [PointsEntry]
  }

  static let type = "points.give"

  let moveId: String
  let memberId: String
  /// 0 only asks for the entries.
  let amount: Int

  func decide(_ change: ShopChange) throws -> Answer {
    let member = try change.member(memberId)
    let move = PointsMove(
      moveId: moveId, memberId: member, giver: change.side, amount: amount)
    if amount > 0 { try change.hand(over: move) }
    return Answer(move: move, entries: try Points.unsent(of: member, in: change.database))
  }
}

extension ShopChange {
  fileprivate func hand(over move: PointsMove) throws {
    let share = try PointsMoves.share(of: side, for: move.memberId, in: database)
    guard share >= move.amount else {
      throw ShopError.notEnoughPoints(
        balance: try Points.balance(of: move.memberId, in: database))
    }
    try PointsMoves.insert(move, of: move.memberId, in: database)
    try publish(.pointsMoved, of: move.moveId, for: move.memberId, move)
  }

  /// Writes down what the other side answered.
  func take(_ answer: GivePoints.Answer) throws {
    let member = try member(answer.move.memberId)
    for entry in answer.entries { try Points.insert(entry, of: member, in: database) }
    guard answer.move.amount > 0 else { return }
    try PointsMoves.insert(answer.move, of: member, in: database)
  }
}

extension LinkApplier {
  func move(_ move: PointsMove) throws {
    try PointsMoves.insert(move, of: try known(move.memberId), in: database)
  }
}
