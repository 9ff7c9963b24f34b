import LinkageCore
import LinkageStatistics

/// From the reads of one probe to the latency of the change it waited for.
struct Measuring {
  let outline: Outline.Step
  let sync: Outline.Sync
  let reads: [Completion]
  /// The last acknowledged write of `since`.
  let write: Completion
  /// When that write was due, where a schedule planned it.
  let planned: Instant?
  /// The conditions that say "arrived": `until` where there is one, else all.
  let arrivalConditions: [Int]
  /// Whether it compares what everybody changes: a difference that comes after agreement may be
  /// somebody else's next change, which one side shows first.
  private let isContested: Bool
  /// Whether each read shows the change; `nil` for one that says nothing.
  private(set) var shown: [Bool?] = []

  init(
    outline: Outline.Step, sync: Outline.Sync, reads: [Completion], write: Completion,
    planned: Instant? = nil, shared: Set<String> = []
  ) {
    self.outline = outline
    self.sync = sync
    self.reads = reads
    self.write = write
    self.planned = planned
    isContested = outline.kind.isParity && sync.link.entity.map(shared.contains) ?? false
    let untils = outline.expectations.indices.filter { outline.expectations[$0].isUntil }
    arrivalConditions = untils.isEmpty ? Array(outline.expectations.indices) : untils
    shown = reads.map { shows($0) }
  }

  var measurement: Measurement? {
    guard let sent = write.sent, let acknowledged = write.received else { return nil }
    let visibility = visibility
    let latency = interval(visibility.first, since: acknowledged)
    return Measurement(
      link: sync.link, latency: latency,
      sinceSent: interval(visibility.first, since: sent),
      stable: visibility.stable.map { interval($0, since: acknowledged) },
      conditions: conditionLatencies(since: acknowledged),
      acknowledged: acknowledged, within: sync.within, slo: bound,
      sloAnswer: bound.map { Judgement(latency.answer(to: $0)) }, reads: reads.count,
      failedReads: shown.count { $0 == nil }, sameAnswer: missesGaveTheSameAnswer,
      sincePlanned: planned.map { interval(visibility.first, since: $0) },
      readSpacing: ReadSpacing.median(of: reads.compactMap(\.firstSent)),
      sharedReads: reads.count { $0.shared != nil },
      missedAgain: visibility.missedAgain.map { Instant($0) - acknowledged },
      age: CachedAge.greatest(of: answers), roundTrip: roundTrip)
  }

  /// Few probes have a read to look at closely: one that does not show it after one that did.
  var flickered: Bool {
    guard let first = shown.firstIndex(of: true), shown[first...].contains(false) else {
      return false
    }
    return visibility.flickered
  }

  private var visibility: Visibility {
    visibility(of: zip(reads, shown).compactMap { Self.timed($0, $1) })
  }

  /// Of the change, or of one condition of it.
  func visibility(of reads: [Read]) -> Visibility {
    Visibility(
      of: isContested ? Self.untilSeen(reads) : reads, writeSent: write.sent?.nanoseconds ?? 0)
  }

  /// Without the reads that were sent after one had shown it.
  private static func untilSeen(_ reads: [Read]) -> [Read] {
    guard let seen = reads.filter({ $0.shows == true }).map(\.received).min() else { return reads }
    return reads.filter { $0.sent <= seen }
  }

  /// Whether a read shows the change; `nil` when it says nothing.
  func shows(_ read: Completion) -> Bool? {
    holds(arrivalConditions, in: read)
  }

  /// The same of some conditions alone.
  func holds(_ conditions: [Int], in read: Completion) -> Bool? {
    switch read.outcome {
    case .ok where outline.fails != nil || read.broken != nil: return false
    case .refused(let error) where error != outline.fails: return false
    case .ok, .refused:
      return conditions.allSatisfy {
        read.conditions.indices.contains($0) && read.conditions[$0].holds == true
      }
    case .unknown, .unexpected, .unreachable: return nil
    }
  }

  /// The reads that did not show it.
  var misses: some Sequence<Completion> {
    zip(reads, shown).lazy.filter { $0.1 == false }.map(\.0)
  }

  /// The reads that said something.
  private var answers: some Sequence<Completion> {
    zip(reads, shown).lazy.filter { $0.1 != nil }.map(\.0)
  }

  private var bound: Nanoseconds? { sync.slo ?? sync.promised }

  func timed(_ shows: (Completion) -> Bool?) -> [Read] { timed(reads, shows) }

  func timed(
    _ reads: some Collection<Completion>, _ shows: (Completion) -> Bool?
  ) -> [Read] {
    reads.compactMap { Self.timed($0, shows($0)) }
  }

  private static func timed(_ read: Completion, _ shows: Bool?) -> Read? {
    guard let sent = read.firstSent, let received = read.received else { return nil }
    return Read(sent: sent.nanoseconds, received: received.nanoseconds, shows: shows)
  }

  func interval(_ bounds: Bounds, since origin: Instant) -> LatencyInterval {
    LatencyInterval(
      lower: Instant(bounds.lower) - origin, upper: bounds.upper.map { Instant($0) - origin },
      point: bounds.point.map { Instant($0) - origin })
  }

  private var missesGaveTheSameAnswer: Bool {
    let answers = Array(misses.map { $0.exchanges.last?.answer })
    return answers.count > 1 && answers.allSatisfy { $0 == answers[0] }
  }
}
