import LinkageCore

/// Adds up, read by read of one person, what a platform certainly counts and what it may count.
struct MoveSweep {
  private let moves: [Amounts.Move]
  /// Each move's moment of certainty, the earliest first.
  private let certain: [(from: Instant, amount: Int64)]
  private var begun = 0
  private var settled = 0
  private var latest = Instant(.min)
  /// Of all that had begun: what raises, and what lowers.
  private var raised: Int64 = 0
  private var lowered: Int64 = 0
  /// The same of what is certain.
  private var surelyRaised: Int64 = 0
  private var surelyLowered: Int64 = 0

  init(_ amounts: Amounts, on platform: String, for person: Int) {
    moves = amounts.moves
    let seen = amounts.seen(on: platform)
    certain = amounts.moves.map { move in
      (amounts.certain(move, on: platform, for: person, seen: seen), move.amount)
    }.sorted { $0.0 < $1.0 }
  }

  /// - Parameter read: in the order in which they began.
  mutating func counted(by read: IndexedOperation) -> (low: Int64, high: Int64) {
    latest = max(latest, read.received)
    while begun < moves.count, moves[begun].operation.began < latest {
      raised += max(moves[begun].amount, 0)
      lowered += min(moves[begun].amount, 0)
      begun += 1
    }
    while settled < certain.count, certain[settled].from < read.began {
      surelyRaised += max(certain[settled].amount, 0)
      surelyLowered += min(certain[settled].amount, 0)
      settled += 1
    }
    let sure = surelyRaised + surelyLowered
    return (sure + lowered - surelyLowered, sure + raised - surelyRaised)
  }
}
