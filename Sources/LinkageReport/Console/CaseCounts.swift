import LinkageCore

/// How many cases ended how.
struct CaseCounts {
  private let counts: [CaseVerdict.Status: Int]
  let total: Int

  init(_ cases: [CaseVerdict]) {
    counts = cases.reduce(into: [:]) { $0[$1.status, default: 0] += 1 }
    total = cases.count
  }

  subscript(_ status: CaseVerdict.Status) -> Int { counts[status] ?? 0 }

  /// In the order to print, none that is zero.
  var present: [(status: CaseVerdict.Status, count: Int)] {
    let order: [CaseVerdict.Status] = [.passed, .failed, .errored, .interrupted, .skipped]
    return order.map { ($0, self[$0]) }.filter { $0.1 > 0 }
  }
}
