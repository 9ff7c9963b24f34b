import LinkageCore

extension HistoryIndex {
  /// Whether an answer that says "not there" proves that it is not: it was asked for by name, by an
  /// actor who is due to see it, and nothing can have ended it.
  ///
  /// - Parameter known: an earlier operation that had it: a read, or the write that made it.
  func provesAbsence(
    _ observation: Observation, _ operation: IndexedOperation, known: Observation
  ) -> Bool {
    guard observation.presence == .absent, let subject = observation.subject else { return false }
    let step = outline(of: operation)
    if let error = operation.error, step.fails == error || step.mayFail.contains(error) {
      return false
    }
    let source = operations[known.operation]
    guard source.person == operation.person, !people[operation.person].hasChanged,
      observation.naming == .input || waits(step, for: source, entity: observation.entity)
    else { return false }
    return !endings.mayBeGone(subject, observation.entity, for: operation)
      && !disturbances.hasMovedClock(before: operation)
  }

  /// Whether the scenario says that this read shows that write in the end.
  private func waits(
    _ step: Outline.Step, for write: IndexedOperation, entity: Int
  ) -> Bool {
    guard let sync = step.sync, write.isWrite else { return false }
    return sync.writes.contains(write.step.step) && sync.link.entity == entities[entity].name
  }

  /// How long a change may take until everybody sees it: what the contract says, else five times the
  /// longest that any took in this run, and a second at least.
  func settling(_ entity: Int) -> Nanoseconds {
    entities[entity].within ?? longest
  }

  static func longest(_ measurements: some Sequence<Measurement>) -> Nanoseconds {
    let latency = measurements.compactMap(\.latency.upper).max() ?? .zero
    return max(.seconds(1), Nanoseconds(latency.count * 5))
  }
}
