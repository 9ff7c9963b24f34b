/// What a member has reached, lowest first.
package enum MemberLevel: String, Sendable, Codable, CaseIterable, Comparable {
  case bronze, silver, gold, platinum

  /// 0 for the lowest.
  var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  package static func < (left: MemberLevel, right: MemberLevel) -> Bool {
    left.rank < right.rank
  }

  /// What has to be paid for it, all orders taken together.
  package var threshold: Money {
    switch self {
    case .bronze: Money(fen: 0)
    case .silver: Money(fen: 500_00)
    case .gold: Money(fen: 2000_00)
    case .platinum: Money(fen: 5000_00)
    }
  }

  /// Off the price of every order.
  package var discountPercent: Int {
    switch self {
    case .bronze: 0
    case .silver: 2
    case .gold: 5
    case .platinum: 10
    }
  }

  /// The highest one that is reached with so much paid.
  package static func reached(with paid: Money) -> MemberLevel {
    allCases.last { $0.threshold.fen <= paid.fen } ?? .bronze
  }

  /// What is taken off an amount, rounded down to the fen.
  package func discount(of amount: Money) -> Money {
    amount.percent(discountPercent)
  }
}
