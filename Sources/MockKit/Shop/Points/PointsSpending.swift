/// Spends points: out of this side's share, and where that is too small, with what the other side
/// hands over.
struct PointsSpending {
  enum Outcome: Sendable {
    case booked(Reply)
    /// This side's share lacks that much, or its entries do not add up to enough.
    case short(member: String, lacks: Int, balance: Int)
  }

  /// Others may spend here what was handed over before it is used.
  private static let rounds = 50

  let shop: Shop
  let amount: Int
  let reason: String

  func spend(for call: Call) async throws -> Reply {
    var hasAsked = false
    for _ in 0..<Self.rounds {
      switch try await shop.change(as: call, attempt) {
      case .booked(let reply): return reply
      case .short(_, _, let balance) where hasAsked && balance < amount:
        throw ShopError.notEnoughPoints(balance: balance)
      case .short(let member, let lacks, let balance):
        try await ask(lacks, of: member, balance, call)
        hasAsked = true
      }
    }
    throw PointsError.busy
  }

  private func attempt(_ change: ShopChange, _ member: String) throws -> Outcome {
    let balance = try Points.balance(of: member, in: change.database)
    let share = try PointsMoves.share(of: change.side, for: member, in: change.database)
    guard balance >= amount, share >= amount else {
      return .short(member: member, lacks: max(0, amount - share), balance: balance)
    }
    return .booked(
      try change.book(-amount, reason: reason, for: member, balance: balance))
  }

  /// Where the other side does not answer, what is known here decides whether there is enough at all.
  private func ask(_ lacks: Int, of member: String, _ balance: Int, _ call: Call) async throws {
    let command = GivePoints(
      moveId: "mv_" + Hexadecimal.random(bytes: 10), memberId: member, amount: lacks)
    do {
      _ = try await shop.decide(command, at: shop.side.other, for: call) { try $0.take($1) }
    } catch let refusal as PeerRefusal where refusal.knowsNothing && balance < amount {
      throw ShopError.notEnoughPoints(balance: balance)
    }
  }
}

extension PeerRefusal {
  /// The other side has not said what it has: it did not answer, or knows no such member.
  fileprivate var knowsNothing: Bool {
    if case .refused(let problem) = self { return problem.type == "/problems/unknown-member" }
    return true
  }
}
