import Synchronization

/// Spends points: out of this side's share, and where that is too small, with what the other side
/// hands over.
struct PointsSpending {
  enum Outcome: Sendable {
    case booked(Reply)
    /// This side's share lacks that much, or its entries do not add up to enough.
    case short(member: String, lacks: Int, balance: Int)
  }

  /// The other side may ask for points of this one, and others may spend here, while this one asks.
  private static let rounds = 50

  let shop: Shop
  let amount: Int
  let reason: String

  func spend(for call: Call) async throws -> Reply {
    do {
      return try await spendInRounds(call)
    } catch {
      await shop.tellAllTheSame(of: amount, reason, call)
      throw error
    }
  }

  private func spendInRounds(_ call: Call) async throws -> Reply {
    var outcome = try await shop.change(as: call, attempt)
    for round in 0..<Self.rounds {
      switch outcome {
      case .booked(let reply): return reply
      case .short(_, _, let balance) where round > 0 && balance < amount:
        throw ShopError.notEnoughPoints(balance: balance)
      case .short(let member, let lacks, let balance):
        if round > 2 { try await Task.sleep(for: .milliseconds(.random(in: 1...10))) }
        outcome = try await ask(lacks, of: member, balance, call)
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

  /// What is handed over is spent in the transaction that writes it down. Where the other side does
  /// not answer, what is known here decides whether there is enough at all.
  private func ask(
    _ lacks: Int, of member: String, _ balance: Int, _ call: Call
  ) async throws -> Outcome {
    let command = GivePoints(
      moveId: "mv_" + Hexadecimal.random(bytes: 10), memberId: member, amount: lacks)
    // Each asks for something else, so none is a repetition, also under an idempotency key.
    var asking = call
    asking.ticket = nil
    let outcome = Latest(Outcome.short(member: member, lacks: lacks, balance: balance))
    do {
      _ = try await shop.decide(command, at: shop.side.other, for: asking) { change, answer in
        try change.take(answer)
        let spending = ShopChange(
          database: change.database, shop: shop, trace: call.trace, ticket: call.ticket)
        outcome.value = try attempt(spending, try change.member(member))
      }
      return outcome.value
    } catch let refusal as PeerRefusal where refusal.knowsNothing && balance < amount {
      throw ShopError.notEnoughPoints(balance: balance)
    }
  }
}

/// Carries a value out of a transaction.
private final class Latest<Value: Sendable>: Sendable {
  private let state: Mutex<Value>

  init(_ value: Value) {
    state = Mutex(value)
  }

  var value: Value {
    get { state.withLock { $0 } }
    set { state.withLock { $0 = newValue } }
  }
}

extension PeerRefusal {
  /// The other side has not said what it has: it did not answer, or knows no such member.
  fileprivate var knowsNothing: Bool {
    if case .refused(let problem) = self { return problem.type == "/problems/unknown-member" }
    return true
  }
}
