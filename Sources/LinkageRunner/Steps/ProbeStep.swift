import LinkageCore
import LinkageStatistics
import Values

/// A read repeated on a schedule until a change has arrived.
///
/// Reads overlap: the next one goes out when it is due even if the last has not come back.
struct ProbeStep: StepKind {
  func applies(to step: Step) -> Bool { step.sync != nil }

  func perform(
    _ position: Int, _ inputs: ValueMap, _ journey: inout Journey
  ) async -> StepEnd.Reason {
    let step = journey.scenario.steps[position]
    guard let sync = step.sync, let start = journey.lastAcknowledgement(of: sync) else {
      return nothingToWaitFor(step)
    }
    let sessions = await journey.snapshot(of: step)
    var probe = Probe(
      position: position, step: step, sync: sync, inputs: inputs, start: start,
      schedule: journey.schedule(of: step, sync: sync),
      call: journey.call(step, inputs, sessions: sessions))
    await probe.run(&journey)
    await journey.adopt(sessions, by: step)
    return journey.finish(probe)
  }
}

extension ProbeStep {
  /// In a clean-up that is no fault; elsewhere a check that was not made must not look like a pass.
  private func nothingToWaitFor(_ step: Step) -> StepEnd.Reason {
    let since = step.sync?.since.joined(separator: ", ") ?? ""
    if step.isFinally { return .skipped(.missingReference(since)) }
    return .notRunnable(
      problem: "\(since) was not acknowledged, so there is no change to wait for",
      place: step.place)
  }
}

extension Journey {
  func lastAcknowledgement(of sync: Sync) -> Instant? {
    sync.since.compactMap { acknowledged[$0] }.max()
  }

  /// Reads neither race for the session's cookies nor queue behind its lock.
  func snapshot(of step: Step) async -> [String: PlatformSession] {
    var copies = sessions[step.actor ?? ""] ?? [:]
    for (name, session) in copies {
      guard let jar = session.jar else { continue }
      copies[name]?.jar = await transport.snapshot(of: jar)
    }
    return copies
  }

  /// A log-in may itself be a probe: what its answers left in the jar stays.
  mutating func adopt(_ copies: [String: PlatformSession], by step: Step) async {
    for (name, copy) in copies {
      if let old = sessions[step.actor ?? ""]?[name]?.jar { await transport.close(old) }
      sessions[step.actor ?? ""]?[name]?.jar = copy.jar
    }
  }

  func schedule(of step: Step, sync: Sync) -> ReadSchedule {
    ReadSchedule(
      deadline: sync.within.count, spacing: spacing(of: step, sync: sync).count,
      bounds: sync.slo.map { [$0.count] } ?? [],
      roundTrip: roundTrips[step.operation.platform]?.count ?? 1_000_000,
      phase: Phase.share(seed: seed, scenario: scenario.id, step: step.id))
  }

  /// Off loopback reads are at least 10 ms apart, and what is not a plain read 200 ms, unless the
  /// scenario or the target says otherwise.
  func spacing(of step: Step, sync: Sync) -> Nanoseconds {
    if let spacing = sync.spacing ?? step.operation.probeSpacing { return spacing }
    let platforms = scenario.target.platforms.filter { $0.name == step.operation.platform }
    if platforms.allSatisfy({ Loopback.contains($0.base) }) { return .milliseconds(1) }
    let isPlain = step.operation.requests.allSatisfy { $0.method == "GET" }
    return .milliseconds(isPlain ? 10 : 200)
  }

  mutating func finish(_ probe: Probe) -> StepEnd.Reason {
    if let failure = probe.notRunnable {
      return .notRunnable(problem: failure.problem, place: failure.place)
    }
    if let kept = probe.kept {
      do throws(FillFailure) {
        try keep(kept, of: probe.step, inputs: probe.inputs)
      } catch {
        return .notRunnable(problem: error.problem, place: error.place)
      }
    }
    return probe.reason
  }
}
