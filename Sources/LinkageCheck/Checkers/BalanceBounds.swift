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
  private let deadline: Nanoseconds
  private let unbounded: Spans

  init(_ amounts: Amounts) {
    self.amounts = amounts
    deadline = amounts.changes.deadlines[amounts.changes.index.subjects[amounts.subject].entity]
    unbounded = Spans(amounts.unbounded.map(\.change))
  }

  /// What one read says of the balance before.
  private struct Bound {
    var read: Amounts.Read
    var low: Int64
    var high: Int64
  }

  func check(_ tally: inout Tally) {
    // Between writes that may have changed anything, each stretch begins anew.
    var stretches: [Int: (least: Bound, most: Bound)] = [:]
    for bound in bounds() {
      tally.observed += 1
      let stretch = unbounded.count(before: bound.read.operation.received)
      guard let known = stretches[stretch] else {
        stretches[stretch] = (bound, bound)
        continue
      }
      if bound.low > known.most.high {
        tally.violations.append(violation(known.most, bound))
        return
      }
      if bound.high < known.least.low {
        tally.violations.append(violation(known.least, bound))
        return
      }
      stretches[stretch] = (
        bound.low > known.least.low ? bound : known.least,
        bound.high < known.most.high ? bound : known.most
      )
    }
  }

  /// Of all reads that something is known of, the first begun first.
  private func bounds() -> [Bound] {
    var bounds: [Bound] = []
    for platform in Set(amounts.reads.map(\.operation.platform)).sorted() {
      var sweep = MoveSweep(amounts, on: platform)
      for read in amounts.reads where read.operation.platform == platform {
        let (low, high) = sweep.counted(by: read.operation)
        guard isKnown(at: read.operation) else { continue }
        bounds.append(Bound(read: read, low: read.value - high, high: read.value - low))
      }
    }
    return bounds.sorted { $0.read.operation.began < $1.read.operation.began }
  }

  /// Whether nothing was under way that may have changed it by anything.
  private func isKnown(at read: IndexedOperation) -> Bool {
    unbounded.areOver(by: read.began, before: read.received, rest: deadline)
      && amounts.changes.isSteady(amounts.subject, to: read.received)
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

/// Adds up, read by read, what a platform certainly counts and what it may count.
private struct MoveSweep {
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

  init(_ amounts: Amounts, on platform: String) {
    moves = amounts.moves
    let seen = amounts.seen(on: platform)
    certain = amounts.moves.map { move in
      (amounts.certain(move, on: platform, seen: seen), move.amount)
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
