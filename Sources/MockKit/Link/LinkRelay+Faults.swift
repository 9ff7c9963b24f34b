import GRDB
import Logging
import Synchronization

/// What faults do to a relay.
extension LinkRelay {
  /// Whether faults keep an event back for now; about each of its attempts they are asked once.
  func isHeld(_ entry: OutboxEntry) -> Bool {
    let attempt = entry.attempts + 1
    guard !environment.faults.isEmpty, entry.hold.attempt < attempt else { return false }
    var entry = entry
    entry.hold.attempt = attempt
    let subject = environment.subject(of: entry, from: side)
    if detours(entry, subject) { return true }
    guard let (fault, until) = delay(of: entry, subject), until > environment.clock.now else {
      return false
    }
    (entry.hold.fault, entry.hold.until) = (fault.id, until)
    state.withLock { [entry] in $0.hold(entry) }
    return true
  }

  /// The longest of what holds it.
  private func delay(
    of entry: OutboxEntry, _ subject: FaultSubject
  ) -> (Fault, until: Duration)? {
    let faults = environment.faults
    // From when it could have left, so that those of one lane do not wait for each other's delay.
    let start = max(entry.committed, entry.notBefore)
    var holds: [(Fault, until: Duration)] = []
    if let fault = faults.fires(.latency, subject) {
      holds.append((fault, start + environment.length(of: fault, for: subject)))
    }
    if let fault = faults.fires(.batch, subject) {
      holds.append((fault, Self.next(fault.duration("every"), after: start)))
    }
    return holds.max { $0.until < $1.until }
  }

  /// The next full interval since 1970.
  private static func next(_ interval: Duration, after time: Duration) -> Duration {
    let length = max(interval, .milliseconds(1))
    return length * ((time / length).rounded(.down) + 1)
  }

  /// Whether the event steps out of its lane.
  private func detours(_ entry: OutboxEntry, _ subject: FaultSubject) -> Bool {
    guard entry.hold.detour == nil,
      let fault = environment.faults.fires(.reorder, subject)
    else { return false }
    var entry = entry
    entry.hold.detour = LinkRelayState.detour(of: entry)
    entry.hold.fault = fault.id
    entry.hold.until = environment.clock.now + environment.length(of: fault, for: subject)
    state.withLock { [entry] in $0.detour(entry) }
    wake(entry.track)
    return true
  }

  /// Tells the faults that the link's cut has kept something back.
  func noteCut(_ subject: @autoclosure () -> FaultSubject) {
    guard !environment.faults.isEmpty, state.withLock(\.isCut) else { return }
    _ = environment.faults.fires(.partition, subject())
  }

  /// Something else goes wrong than before.
  func faultsChanged() {
    let faults = environment.faults
    let isCut = faults.holds(.partition, FaultLink(direction)) != nil
    let standing = faults.standing
    state.withLock { state in
      state.isCut = isCut
      state.release(unlessHeldBy: standing)
    }
    wakeIdleLanes()
  }

  /// Waits for the end of a cut or a crash, at most that long.
  func waitForOpen(atMost limit: Duration) async throws {
    let end = ContinuousClock.now + limit
    while state.withLock({ $0.isCut || $0.isAway }), ContinuousClock.now < end {
      try await Task.sleep(for: .milliseconds(20))
    }
  }

  var isAway: Bool { state.withLock(\.isAway) }

  /// Ends its work as a crash does, and begins again from the outbox after a while.
  func crash(awayFor pause: Duration) async {
    let isNew = state.withLock { state in
      defer { state.isAway = true }
      return !state.isAway && !state.isStopped
    }
    guard isNew else { return }
    await environment.clock.sleep(for: pause)
    guard !state.withLock(\.isStopped) else { return }
    do {
      try await database.write { try self.beginAgain(in: $0) }
    } catch {
      environment.logger.error("The outbox could not be read: \(error)")
    }
    state.withLock { $0.isAway = false }
    wakeIdleLanes()
  }

  /// While nobody commits.
  private func beginAgain(in database: Database) throws {
    let entries = try Outbox.pending(in: database)
    let workers = state.withLock { state in
      defer { state.begin(with: entries) }
      return state.lanes.values.compactMap(\.worker)
    }
    for worker in workers { worker.cancel() }
  }
}
