import LinkageCore

/// When each of several conditions held, where that says more than when the change arrived: what
/// never held first, then the latest.
struct ConditionTimes {
  struct Entry {
    /// `out.points == 50`; of a field that is compared its name.
    var name: String
    var latency: LatencyInterval
    var missedAgain: Nanoseconds?
    /// The deadline, where it did not hold until then.
    var within: Nanoseconds?
  }

  let entries: [Entry]
  /// How many more there are.
  let others: Int

  private static let most = 5

  init(_ facts: FindingFacts) {
    let all = Self.telling(facts)
    let entries = all.sorted { Self.isLater($0, $1) }.compactMap {
      Self.entry($0, facts)
    }
    self.entries = Array(entries.prefix(Self.most))
    others = entries.count - self.entries.count
  }

  func lines(_ words: any FindingWords) -> [String] {
    entries.map(words.condition) + (others > 0 ? [words.otherConditions(others)] : [])
  }

  /// Of a flicker, and of what is wrong though the change arrived, those that held and went again;
  /// where a condition was missed, it and those that were not; else all. Nothing where they all fared
  /// alike: the latency says it.
  private static func telling(_ facts: FindingFacts) -> [ConditionLatency] {
    let all = facts.measurement?.conditions ?? []
    let missed = Set(facts.group.shown.compactMap(\.expectation))
    let others = all.filter { !missed.contains($0.expectation) && $0.hasHeld }
    switch facts.finding.type {
    case .flickered:
      let gone = all.filter(\.hasGone)
      return gone.count < all.count ? gone : []
    case .fieldMismatch where facts.measurement?.hasArrived == true:
      return all.filter { missed.contains($0.expectation) && $0.hasGone }
    case .notSynced, .fieldMismatch, .slow:
      guard all.count > 1, !others.isEmpty else { return [] }
      return missed.isEmpty ? all : all.filter { missed.contains($0.expectation) } + others
    default: return []
    }
  }

  /// What never held comes first, then what went again.
  private static func isLater(_ a: ConditionLatency, _ b: ConditionLatency) -> Bool {
    (a.upper, a.missedAgain ?? .zero, a.latency.lower)
      > (b.upper, b.missedAgain ?? .zero, b.latency.lower)
  }

  private static func entry(_ condition: ConditionLatency, _ facts: FindingFacts) -> Entry? {
    guard facts.step.expectations.indices.contains(condition.expectation) else { return nil }
    let expectation = facts.step.expectations[condition.expectation]
    let within = facts.within.flatMap { condition.latency.lower >= $0 ? $0 : nil }
    return Entry(
      name: Columns.cut(VisibleText.line(expectation.field ?? expectation.text), to: 60),
      latency: condition.latency, missedAgain: condition.missedAgain, within: within)
  }
}

extension ConditionLatency {
  fileprivate var hasHeld: Bool { latency.upper != nil }
  fileprivate var hasGone: Bool { missedAgain != nil }
  fileprivate var upper: Nanoseconds { latency.upper ?? Nanoseconds(.max) }
}
