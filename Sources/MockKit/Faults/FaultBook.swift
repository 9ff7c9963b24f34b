import Synchronization

/// The faults of one set of mocks.
///
/// Whoever is about to do something that may go wrong asks it. While there is no fault, asking costs
/// one load of a flag.
package final class FaultBook: Sendable {
  private let isActive = Atomic<Bool>(false)
  private let state = Mutex(FaultBookState())
  private let clock: MockClock
  private let truth: TruthLog
  private let hash: SeededHash

  package init(clock: MockClock, truth: TruthLog, seed: UInt64) {
    self.clock = clock
    self.truth = truth
    hash = SeededHash(seed: seed)
  }

  package var isEmpty: Bool { !isActive.load(ordering: .relaxed) }

  /// Whether a fault fires here: decided by the seed, the fault's id, the event and its attempt
  /// alone, so neither concurrency nor order changes it, unless the fault counts (`count`, `after`).
  ///
  /// - Parameter subject: made only while there are faults.
  package func fires(
    _ kind: FaultKind, _ subject: @autoclosure () -> FaultSubject
  ) -> Fault? {
    guard !isEmpty else { return nil }
    return decide(kind, subject())
  }

  /// The first fault of the kind that covers the link, for a kind that is there or not. Nothing is
  /// counted.
  package func holds(_ kind: FaultKind, _ link: FaultLink) -> Fault? {
    guard !isEmpty else { return nil }
    let now = clock.now
    return state.withLock { $0.standing(kind.name, link, now: now) }
  }

  /// Whether there is a fault of the kind that covers the link, also one that is over.
  func knows(_ kind: FaultKind, _ link: FaultLink) -> Bool {
    guard !isEmpty else { return false }
    return state.withLock { $0.knows(kind.name, link) }
  }

  private func decide(_ kind: FaultKind, _ subject: FaultSubject) -> Fault? {
    let now = clock.now
    let fault = state.withLock { $0.decide(kind, subject, now: now, hash: hash) }
    if let fault { truth.record(fault, subject) }
    return fault
  }

  // MARK: Changing

  /// Adds a fault and gives it an id where it has none.
  /// - Returns: it as it is kept.
  @discardableResult
  package func add(_ fault: Fault) throws(FaultError) -> Fault {
    try fault.check()
    let now = clock.now
    let added = try state.withLock { state throws(FaultError) in try state.add(fault, now: now) }
    changed()
    return added
  }

  /// - Returns: whether there was one.
  @discardableResult
  package func remove(_ id: String) -> Bool {
    let found = state.withLock { $0.remove { $0.id == id } }
    changed()
    return found > 0
  }

  package func removeAll() {
    _ = state.withLock { $0.remove { _ in true } }
    changed()
  }

  /// Puts what a file says now in the place of what it said; those that stay as they were go on
  /// counting. Where one cannot be taken everything stays as it was.
  ///
  /// - Parameter old: the ids of what it said.
  /// - Returns: the ids of what it says now.
  package func replace(_ old: [String], with new: [Fault]) throws(FaultError) -> [String] {
    for fault in new { try fault.check() }
    let now = clock.now
    let ids = try state.withLock { state throws(FaultError) in
      try state.replace(old, with: new, now: now)
    }
    changed()
    return ids
  }

  /// The ids of those that are not over.
  var standing: Set<String> {
    Set(reports.lazy.filter { !$0.isOver }.map(\.id))
  }

  /// In the order in which they were added.
  package var reports: [FaultReport] {
    let now = clock.now
    return state.withLock { state in state.entries.map { $0.report(now: now) } }
  }

  // MARK: Watching

  /// Called after each change, also where a fault's time is up.
  package func onChange(_ body: @escaping @Sendable () -> Void) {
    state.withLock { $0.watchers.append(body) }
  }

  private func changed() {
    let (watchers, dues) = state.withLock { state in
      isActive.store(!state.entries.isEmpty, ordering: .relaxed)
      return (state.watchers, state.takeTimers())
    }
    for due in dues { startTimer(until: due) }
    for watcher in watchers { watcher() }
  }

  private func startTimer(until due: Duration) {
    let timer = Task { [weak self, clock] in
      await clock.sleep(until: due)
      if !Task.isCancelled { self?.tellWatchers() }
    }
    state.withLock { $0.timers.append(timer) }
  }

  private func tellWatchers() {
    for watcher in state.withLock(\.watchers) { watcher() }
  }

  /// Ends what waits for a fault's end.
  package func stop() {
    for timer in state.withLock(\.timers) { timer.cancel() }
  }
}
