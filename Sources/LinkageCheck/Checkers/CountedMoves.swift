import LinkageCore

/// What a platform certainly counts at a moment, and what it may count.
struct CountedMoves {
  private let begun: AmountSums
  private let certain: AmountSums
  /// For each person, how what they themselves did here is certain earlier than for others.
  private let earlier: [Int: AmountSums]

  init(_ amounts: Amounts, on platform: String) {
    let seen = amounts.seen(on: platform)
    var certain: [(from: Instant, part: AmountSums.Part)] = []
    var earlier: [Int: [(from: Instant, part: AmountSums.Part)]] = [:]
    for move in amounts.moves {
      let from = amounts.certain(move, seen: seen)
      certain.append((from, move.part))
      guard let own = amounts.certainAtOnce(move, on: platform), own < from else { continue }
      earlier[move.operation.person, default: []] += [(own, move.part), (from, -move.part)]
    }
    begun = AmountSums(amounts.moves.map { ($0.operation.began, $0.part) })
    self.certain = AmountSums(certain)
    self.earlier = earlier.mapValues(AmountSums.init)
  }

  /// At least and at most.
  func range(at read: IndexedOperation) -> (low: Int64, high: Int64) {
    let own = earlier[read.person]?.sum(before: read.began) ?? AmountSums.Part()
    let sure = certain.sum(before: read.began) + own
    let all = begun.sum(before: read.received)
    return (sure.raised &+ all.lowered, sure.lowered &+ all.raised)
  }
}
