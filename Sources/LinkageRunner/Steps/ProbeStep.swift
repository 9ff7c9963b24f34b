import LinkageCore
import LinkageStatistics
import Values

/// A read repeated on a schedule until a change has arrived.
///
/// Reads overlap: the next one goes out when it is due even if the last has not come back.
struct ProbeStep: StepKind {
  func applies(to step: Step) -> Bool { step.sync != nil }

  func perform(
    _ step: Step, _ inputs: ValueMap, _ journey: inout Journey
  ) async -> StepEnd.Reason {
    guard let sync = step.sync, let start = journey.lastAcknowledgement(of: sync) else {
      return nothingToWaitFor(step)
    }
    let circle = await journey.circle(of: step, inputs)
    var probe = Probe(
      step: step, sync: sync, inputs: inputs,
      cursor: ReadCursor(start: start, schedule: journey.schedule(of: step, sync: sync)),
      circle: circle, call: journey.call(step, inputs, sessions: circle.sessions))
    await probe.run(&journey)
    await journey.leave(circle, by: step)
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
  func schedule(of step: Step, sync: Sync) -> ReadSchedule {
    let known = step.operations.compactMap { roundTrips[$0.platform]?.count }
    return ReadSchedule(
      deadline: sync.within.count, spacing: spacing(of: step).count,
      bounds: sync.slo.map { [$0.count] } ?? [],
      roundTrip: known.max() ?? 1_000_000,
      phase: Phase.share(
        seed: options.seed, scenario: scenario.name, step: step.id, position: step.position),
      growth: sync.growth)
  }

  /// The least time between two reads: what the scenario says, else what each operation needs; and
  /// never less than the rate of its platform allows.
  func spacing(of step: Step) -> Nanoseconds {
    let wanted = step.sync?.spacing ?? step.operations.map(spacing).max() ?? .milliseconds(1)
    return platforms(of: step).compactMap { $0.rate?.interval }.reduce(wanted, max)
  }

  /// Off loopback reads are at least 10 ms apart, and what is not a plain read 200 ms, unless the
  /// target says otherwise.
  private func spacing(of operation: Operation) -> Nanoseconds {
    if let spacing = operation.probeSpacing { return spacing }
    let platforms = scenario.target.platforms.filter { $0.name == operation.platform }
    if platforms.allSatisfy({ URLAuthority(of: $0.base).isLoopback }) { return .milliseconds(1) }
    let isPlain = operation.requests.allSatisfy { $0.method == "GET" }
    return .milliseconds(isPlain ? 10 : 200)
  }

  /// The platforms that a step's operations belong to.
  func platforms(of step: Step) -> [Target.Platform] {
    let names = step.operations.map(\.platform)
    return scenario.target.platforms.filter { names.contains($0.name) }
  }

  mutating func finish(_ probe: Probe) -> StepEnd.Reason {
    if let failure = probe.notRunnable {
      return failure.reason
    }
    if let kept = probe.kept {
      do throws(FillFailure) {
        try keep(kept, of: probe.step, inputs: probe.inputs)
      } catch {
        return error.reason
      }
    }
    return probe.reason
  }
}
