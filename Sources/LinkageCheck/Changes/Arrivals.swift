import LinkageCore

/// From when on a change has arrived everywhere: once its time is over, which begins anew at the end of
/// each fault that held it up.
struct Arrivals {
  private let outages: [Spans]
  private let deadline: Nanoseconds

  init(_ subject: Int, _ changes: Changes) {
    outages = changes.outages(of: subject)
    deadline = changes.deadlines[changes.index.subjects[subject].entity]
  }

  /// When what was done at a moment has arrived; `Instant(.max)` for never.
  func time(of moment: Instant) -> Instant {
    var start = moment
    while start != Instant(.max), start != Instant(.min) {
      let due = start + deadline
      let end = outages.map { $0.end(before: due) }.max() ?? Instant(.min)
      if end <= start { return due }
      start = end
    }
    return start
  }
}
