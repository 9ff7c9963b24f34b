import LinkageCore
import LinkageStatistics

/// How far a probe has come in its schedule.
///
/// A read that another probe has sent takes the place of its own. From then on each gap counts from
/// that read, so that none is longer than the schedule has it.
struct ReadCursor {
  /// When the next read is due; `nil` after the last.
  private(set) var due: Instant?
  /// Of the next read, from 0.
  private(set) var number = 0
  /// A read that is due may have been sent by another probe at this moment or later.
  private(set) var earliest: Instant

  private let start: Instant
  private let schedule: ReadSchedule
  /// The first offset after the last read.
  private var next = 0

  init(start: Instant, schedule: ReadSchedule) {
    self.start = start
    self.schedule = schedule
    due = start
    earliest = start
  }

  /// Time that other steps, slow answers or a busy machine took is not made up for by a burst of reads.
  mutating func skipWhatIsPast(_ now: Instant) {
    while next + 1 < schedule.offsets.count, planned(next + 1) <= now {
      next += 1
      due = planned(next)
      earliest = max(earliest, planned(next))
    }
  }

  /// Goes on to the next read.
  ///
  /// - Parameters:
  ///   - moment: when the last one was due; of another probe's when it was sent.
  ///   - sent: the moment at which, or soon after which, it was sent.
  mutating func move(past moment: Instant, sent: Instant) {
    number += 1
    while next < schedule.offsets.count, planned(next) <= moment { next += 1 }
    earliest = sent + Nanoseconds(1)
    due = dueAfter(moment)
    // What a bound needs is sent at its moment, not before.
    if let due, isPinned(due) { earliest = max(earliest, due) }
  }

  private func dueAfter(_ moment: Instant) -> Instant? {
    guard next > 0, next < schedule.offsets.count else { return nil }
    let gapped = moment + gap(after: moment)
    let pinned = schedule.pinned.first { start + Nanoseconds($0) > moment }
    return pinned.map { min(gapped, start + Nanoseconds($0)) } ?? gapped
  }

  /// Of the schedule where that moment is its own; else of the gaps around it the shorter, as the
  /// first of all is longer than the spacing by chance.
  private func gap(after moment: Instant) -> Nanoseconds {
    let gap = planned(next) - planned(next - 1)
    guard moment > planned(next - 1), next + 1 < schedule.offsets.count else { return gap }
    return min(gap, planned(next + 1) - planned(next))
  }

  private func planned(_ read: Int) -> Instant {
    start + Nanoseconds(schedule.offsets[read])
  }

  private func isPinned(_ moment: Instant) -> Bool {
    schedule.pinned.contains { start + Nanoseconds($0) == moment }
  }
}
