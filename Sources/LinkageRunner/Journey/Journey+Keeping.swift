import CEL
import LinkageCore
import Values

extension Journey {
  /// Keeps what a finished step left: its record, its session, its `let`s.
  mutating func keep(
    _ performed: Performed, of step: Step, inputs: ValueMap
  ) throws(FillFailure) {
    for (platform, values) in performed.session {
      for (key, value) in values {
        sessions[actor(of: step), default: [:]][platform, default: PlatformSession()]
          .values[key] = value
      }
    }
    roundTrips.merge(performed.roundTrips) { $1 }
    if performed.outcome == .ok, let received = performed.received {
      acknowledged[step.position] = received
    }
    frame.learn(step, record(performed, inputs))
    // What came of a refusal is told by its outcome, not by a name that has no value.
    guard performed.isWhole || step.isDueRefusal(performed) else { return }
    var local = frame.scope.with("out", performed.output).with("http", performed.http)
      .with("with", .map(inputs))
    for entry in step.lets {
      let value = try Filler(scope: local, absent: frame.absent).evaluate(entry.located)
      local = local.with(entry.name, value)
      frame.learn(entry.name, value)
    }
  }

  /// A scope in which a step's record goes by its name, where it was given one.
  func naming(
    _ step: Step, _ performed: Performed, _ inputs: ValueMap, in scope: Scope
  ) -> Scope {
    step.isNamed
      ? scope.with(step.id, frame.record(record(performed, inputs), of: step)) : scope
  }

  /// `step.with`, `.out`, `.outcome`, `.http`.
  private func record(_ performed: Performed, _ inputs: ValueMap) -> Value {
    .map(
      [
        "with": .map(inputs), "out": performed.output,
        "outcome": .string(performed.outcomeWord), "http": performed.http,
      ])
  }

  /// The last acknowledgement of the steps that a `sync` names.
  func lastAcknowledgement(of sync: Sync) -> Instant? {
    sync.since.flatMap(frame.done).flatMap(\.acknowledging)
      .compactMap { acknowledged[$0.position] }.max()
  }
}
