import LinkageCore
import Values

/// A balance moves by what was added and taken.
///
/// Every read bounds what the balance was before all of this: the value that it shows, less what it
/// certainly counts and what it may count. Two reads whose bounds have nothing in common cannot both be
/// right. Moves that may have been made by then or not widen the bounds, so none of them is needed to be
/// in order.
struct BalanceBounds {
  private let amounts: Amounts
  private let unknowns: Unknowns

  init(_ amounts: Amounts) {
    self.amounts = amounts
    unknowns = amounts.unknowns
  }

  /// What one read says of the balance before.
  private struct Bound {
    var read: Amounts.Read
    var low: Int64
    var high: Int64
  }

  /// What all reads of one stretch say together: the highest low, and the lowest high.
  private struct Stretch {
    var least: Bound
    var most: Bound
    var reads = 1

    init(_ bound: Bound) {
      least = bound
      most = bound
    }

    mutating func add(_ bound: Bound) {
      reads += 1
      if bound.low > least.low { least = bound }
      if bound.high < most.high { most = bound }
    }

    /// An earlier bound that has nothing in common with this one.
    func contradiction(of bound: Bound) -> Bound? {
      bound.low > most.high ? most : bound.high < least.low ? least : nil
    }
  }

  func check(_ tally: inout Tally) {
    // Between changes that may have been by anything, each stretch begins anew.
    var stretches: [Int: Stretch] = [:]
    var contradiction: (earlier: Bound, later: Bound)?
    let bounds = bounds()
    for bound in bounds where contradiction == nil {
      let number = unknowns.stretch(of: bound.read.operation)
      contradiction = stretches[number]?.contradiction(of: bound).map { ($0, bound) }
      if stretches[number]?.add(bound) == nil { stretches[number] = Stretch(bound) }
    }
    // What is compared with nothing is not judged.
    let compared = stretches.values.map(\.reads).filter { $0 > 1 }.reduce(0, +)
    tally.observed += compared
    if let contradiction {
      tally.violations.append(violation(contradiction.earlier, contradiction.later))
    } else if amounts.reads.count > 1 {
      tally.unjudged += amounts.reads.count - compared
    }
  }

  /// Of all reads by which what was unknown had arrived, the first begun first.
  private func bounds() -> [Bound] {
    var counted: [String: CountedMoves] = [:]
    return amounts.reads.compactMap { read in
      guard unknowns.haveArrived(by: read.operation) else { return nil }
      let platform = read.operation.platform
      let moves = counted[platform] ?? CountedMoves(amounts, on: platform)
      counted[platform] = moves
      let (low, high) = moves.range(at: read.operation)
      return Bound(read: read, low: read.value &- high, high: read.value &- low)
    }
  }

  private func violation(_ earlier: Bound, _ later: Bound) -> CheckResult.Violation {
    let index = amounts.changes.index
    let offset = later.read.value - later.low
    let room = later.read.value - later.high
    let between = amounts.moves.map(\.operation).filter {
      $0.began < later.read.operation.received && $0.received > earlier.read.operation.began
    }
    let proof =
      [earlier.read.operation] + (between.count <= 8 ? between : []) + [later.read.operation]
    return index.violation(
      .notConserved, proof, of: index.subjects[amounts.subject], field: amounts.counted,
      facts: [
        CheckResult.Fact("earlier", .int(earlier.read.value)),
        CheckResult.Fact("least", .int(earlier.low + room)),
        CheckResult.Fact("most", .int(earlier.high + offset)),
        CheckResult.Fact("found", .int(later.read.value)),
      ])
  }
}
