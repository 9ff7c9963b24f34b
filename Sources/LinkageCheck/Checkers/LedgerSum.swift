import LinkageCore
import Values

/// In one answer the balance is the sum of the ledger, but for what may have come in between.
struct LedgerSum {
  private let amounts: Amounts

  init(_ amounts: Amounts) { self.amounts = amounts }

  func check(_ tally: inout Tally) {
    let unknowns = amounts.unknowns
    for read in amounts.reads {
      guard let sum = read.sum, let entries = read.entries else { continue }
      // A list of just so many may be the first page of a longer one.
      let isAlike = sum == read.value || read.count > 0 && read.count.isMultiple(of: 10)
      guard isAlike || unknowns.haveArrived(by: read.operation) else {
        tally.unjudged += 1
        continue
      }
      tally.observed += 1
      guard !isAlike, !isExplained(read, entries, by: read.value - sum) else { continue }
      tally.violations.append(violation(read, sum))
      return
    }
  }

  private func violation(_ read: Amounts.Read, _ sum: Int64) -> CheckResult.Violation {
    let index = amounts.changes.index
    return index.violation(
      .notConserved, [read.operation], of: index.subjects[amounts.subject], field: amounts.counted,
      facts: [CheckResult.Fact("sum", .int(sum)), CheckResult.Fact("found", .int(read.value))])
  }

  /// Whether balance and entries may have been read one after the other while something arrived: what
  /// the entries have the balance may lack, and the other way round.
  private func isExplained(
    _ read: Amounts.Read, _ entries: [Value: Int64], by difference: Int64
  ) -> Bool {
    func mayArrive(_ operation: IndexedOperation) -> Bool {
      operation.began < read.operation.received
        && amounts.arrivals.time(of: operation.change.ended) > read.operation.began
    }
    var low: Int64 = 0
    var high: Int64 = 0
    for move in amounts.moves where mayArrive(move.operation) {
      let isListed = move.entry.map { entries[$0] != nil }
      for sign in isListed.map({ [$0 ? -1 : 1] }) ?? [1, -1] {
        let part = Int64(sign) * move.amount
        low += min(part, 0)
        high += max(part, 0)
      }
    }
    return (low...high).contains(difference)
  }
}
