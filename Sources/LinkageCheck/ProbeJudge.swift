import LinkageCore

/// Judges a probe: did the change arrive, in time, and stay as it should be?
struct ProbeJudge {
  var judge: StepJudge
  var measuring: Measuring
  var measurement: Measurement

  var findings: [Finding] {
    if measuring.flickered { return [judge.finding(.flickered, measurement: measurement)] }
    if measurement.hasArrived { return arrived }
    guard judge.record.end == .stopped else { return missing }
    return missing.map { finding in
      var finding = finding
      finding.stoppedBy = judge.outline.sync?.stopIf
      return finding
    }
  }

  private var shownReads: [Completion] { measuring.reads.filter { measuring.shows($0) == true } }

  /// What arrived must be right when it arrives and at the end.
  private var arrived: [Finding] {
    let hasUntil = judge.outline.expectations.contains(where: \.isUntil)
    if hasUntil, let first = shownReads.first, let last = shownReads.last {
      for read in [first, last] {
        let wrong = judge.unmet(read, type: .fieldMismatch) { !$0.isUntil }
        if !wrong.isEmpty { return wrong }
      }
    }
    if let slo = judge.outline.sync?.slo, measurement.latency.lower > slo {
      return [judge.finding(.slow, measurement: measurement)]
    }
    return []
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
    judge.record.end == .stopped || measurement.latency.lower >= measurement.within
  }

  /// The record is there and does not say what it should.
  private func mismatch(_ read: Completion) -> [Finding] {
    if let broken = judge.broken(read, measurement: measurement) { return [broken] }
    let hasUntil = judge.outline.expectations.contains(where: \.isUntil)
    let wrong = judge.unmet(
      read, type: hasUntil ? .notSynced : .fieldMismatch, measurement: measurement
    ) { $0.isUntil || !hasUntil }
    return wrong.isEmpty ? [notSynced(read)] : wrong
  }

  private func notSynced(_ read: Completion) -> Finding {
    judge.finding(.notSynced, outcome: read.outcome, measurement: measurement)
  }
}
