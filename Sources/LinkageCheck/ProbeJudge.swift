import LinkageCore
import LinkageStatistics

/// Judges a probe: did the change arrive, in time, and stay as it should be?
struct ProbeJudge {
  var judge: StepJudge
  var measuring: Measuring
  var measurement: Measurement

  var findings: [Finding] {
    if measuring.flickered { return [judge.finding(.flickered, measurement: measurement)] }
    if measurement.hasArrived { return arrived }
    guard case .stopped(let read) = judge.record.end else { return missing }
    let after = read.flatMap(measuring.stopped)
    return missing.map { finding in
      var finding = finding
      finding.stoppedBy = judge.outline.sync?.stopIf
      finding.stoppedAfter = after
      return finding
    }
  }

  private var shownReads: [Completion] {
    zip(measuring.reads, measuring.shown).filter { $0.1 == true }.map(\.0)
  }

  /// What arrived must be right in every read that shows it.
  private var arrived: [Finding] {
    if judge.outline.expectations.contains(where: \.isUntil) {
      for read in shownReads {
        let wrong = judge.unmet(read, type: .fieldMismatch, measurement: measurement) {
          !$0.isUntil
        }
        if !wrong.isEmpty { return wrong }
      }
    }
    if let outcome = unseenHold { return [judge.undecided(outcome, measurement: measurement)] }
    if let slo = judge.outline.sync?.slo, measurement.latency.answer(to: slo) == .beyond {
      return [judge.finding(.slow, measurement: measurement)]
    }
    // Seen by a read that was still due when the deadline had passed.
    if isPastDeadline {
      return [judge.finding(.notSynced, measurement: measurement)]
    }
    return []
  }

  /// How the last read ended, where none after the arrival answered: nobody saw that it held.
  private var unseenHold: Outcome? {
    guard judge.outline.sync?.hold != nil, let arrival = shownReads.first?.received else {
      return nil
    }
    let later = measuring.reads.filter { $0.firstSent.map { $0 > arrival } ?? false }
    return later.contains { measuring.shows($0) != nil } ? nil : later.last?.outcome
  }

  /// Not seen: definite only where the read at the deadline answered.
  private var missing: [Finding] {
    let answering = measuring.reads.last { measuring.shows($0) != nil }
    guard let answering, isDefinite else {
      let outcome = measuring.reads.last?.outcome ?? .unknown(reason: nil, status: nil)
      return [judge.undecided(outcome, measurement: measurement)]
    }
    if answering.outcome == .ok, judge.outline.fails == nil {
      return mismatch(answering)
    }
    return [notSynced(answering)]
  }

  private var isDefinite: Bool {
    if case .stopped = judge.record.end { return true }
    return isPastDeadline
  }

  /// Whether a read that was sent at the deadline or later missed the change.
  private var isPastDeadline: Bool {
    measurement.latency.answer(to: measurement.within) == .beyond
  }

  /// The record is there and does not say what it should.
  private func mismatch(_ read: Completion) -> [Finding] {
    if let broken = judge.broken(read, measurement: measurement) { return [broken] }
    let hasUntil = judge.outline.expectations.contains(where: \.isUntil)
    let wrong = judge.unmet(
      read, type: hasUntil ? .notSynced : .fieldMismatch, measurement: measurement
    ) { $0.isUntil || !hasUntil }
    return wrong.isEmpty ? [notSynced(read)] : wrong.map(marked)
  }

  /// What no answer lets a condition be evaluated with is more likely misspelt than late.
  private func marked(_ finding: Finding) -> Finding {
    guard let position = finding.expectation, finding.condition?.problem != nil else {
      return finding
    }
    let answers = measuring.reads.filter {
      $0.outcome == .ok && $0.conditions.indices.contains(position)
    }
    guard answers.count > 1, answers.allSatisfy({ $0.conditions[position].problem != nil })
    else { return finding }
    var finding = finding
    finding.neverEvaluated = answers.count
    return finding
  }

  private func notSynced(_ read: Completion) -> Finding {
    judge.finding(.notSynced, outcome: read.outcome, measurement: measurement)
  }
}
