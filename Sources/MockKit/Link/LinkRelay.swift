import Foundation
import GRDB
import Logging
import Synchronization

/// Carries one side's events to the other: in order within a lane, at least once, signed, retried.
package final class LinkRelay: Sendable {
  package let direction: LinkDirection
  let side: ShopSide
  let database: MockDatabase
  let environment: LinkEnvironment
  let state = Mutex(LinkRelayState())
  let hearing: PeerHearing
  let memory = DefectMemory()

  package init(from side: ShopSide, database: MockDatabase, environment: LinkEnvironment) {
    self.side = side
    self.database = database
    self.environment = environment
    hearing = PeerHearing(patience: environment.patience)
    direction = LinkDirection(from: side)
    environment.faults.onChange { [weak self] in self?.faultsChanged() }
  }

  package var status: LinkStatus { state.withLock(\.status) }

  package var faults: LinkFaults { state.withLock(\.faults) }

  package func set(_ faults: LinkFaults) {
    state.withLock { $0.faults = faults }
    wakeIdleLanes()
  }

  /// Begins to deliver to the server at `url`, first what an earlier life left in the outbox.
  package func connect(to url: String) async throws {
    var left = try await database.read(Outbox.pending)
    // Who begins anew does not wait for what was to be tried later.
    for place in left.indices { left[place].notBefore = .zero }
    let dead = try await database.read(Outbox.deadLetters)
    state.withLock { state in
      let known = Set(state.lanes.values.flatMap { $0.waiting.map(\.sequence) })
      state.prepend(left.filter { !known.contains($0.sequence) })
      state.status.deadLetters = dead.count
      state.target = url
    }
    faultsChanged()
    startHeart()
    wakeIdleLanes()
  }

  /// Delivers again after a pause, or after the receiver had said that it is gone.
  package func resume() {
    state.withLock { state in
      state.status.isDisabled = false
      state.status.isPaused = false
    }
    wakeIdleLanes()
  }

  /// Holds events back; what is under way arrives.
  package func pause() {
    state.withLock { $0.status.isPaused = true }
  }

  /// Sends a question past the outbox and waits for the answer.
  ///
  /// - Returns: nothing where the link is down, and the question was not sent.
  func ask(_ message: SignedMessage) async throws(WireError) -> WireAnswer? {
    let subject = environment.subject(of: message, from: side)
    guard let target = state.withLock({ $0.isOpen ? $0.target : nil }) else {
      noteCut(subject)
      return nil
    }
    return try await environment.post(message, "/_link/commands", as: subject, to: target)
  }

  /// Called on the database's writer right after the commit, hence in the order of commits.
  func committed(_ draft: OutboxEntry, sequence: Int64) {
    environment.truth.record(.committed, draft.truth, on: side.server)
    let entry = draft.committed(as: sequence, at: environment.clock.now)
    state.withLock { $0.append(entry) }
    noteCut(environment.subject(of: entry, from: side))
    wake(entry.lane)
  }

  /// Waits until everything is delivered, at most that long.
  /// - Returns: how many events are left.
  package func drain(for limit: Duration) async -> Int {
    let end = ContinuousClock.now + limit
    while status.pending > 0, ContinuousClock.now < end, state.withLock(\.mayDeliver) {
      try? await Task.sleep(for: .milliseconds(2))
    }
    return status.pending
  }

  /// Ends every delivery; what is left stays in the outbox.
  package func stop() async {
    await hearing.stop()
    let workers = state.withLock { state in
      state.isStopped = true
      return state.lanes.values.compactMap(\.worker)
    }
    for worker in workers { worker.cancel() }
    for worker in workers { await worker.value }
    await state.withLock(\.cleaner)?.value
  }

  func wakeIdleLanes() {
    for lane in state.withLock(\.idleLanes) { wake(lane) }
  }

  func wake(_ lane: String) {
    state.withLock { state in
      guard state.mayDeliver, state.lanes[lane] != nil, state.lanes[lane]?.worker == nil else {
        return
      }
      let run = state.run
      state.lanes[lane]?.worker = Task { await self.work(on: lane, run) }
    }
  }

  private func work(on lane: String, _ run: UInt64) async {
    while true {
      switch state.withLock({
        $0.step(in: lane, run: run, now: environment.clock.now, hash: environment.hash)
      }) {
      case .send(let entry): if !isHeld(entry) { await attempt(entry) }
      case .hold(let due): await environment.clock.sleep(until: due)
      case .rest: return
      }
    }
  }

  private func attempt(_ entry: OutboxEntry) async {
    guard let target = state.withLock(\.target) else { return }
    if skips(entry) { return finish(entry) }
    if await stalls(at: entry) { return }
    environment.truth.record(.sent, entry.truth, on: side.server)
    switch await deliverMaybeTwice(entry, to: target) {
    case .accepted:
      finish(entry)
      await sendLate(after: entry, to: target)
    case .gone: await handleGone(entry)
    case .failed(let reason, let retryAfter): await retry(entry, reason, retryAfter)
    }
  }

  /// A failing store leaves the row, so the event would be sent again in the next life. In a task of
  /// its own, because a write in a cancelled one is refused.
  private func store(
    _ what: String, in life: UInt64, _ body: @escaping @Sendable (Database) throws -> Void
  ) async {
    do {
      try await Task {
        try await database.write { [environment] database in
          // Its rows are gone; others may have their numbers.
          if environment.epoch.number == life { try body(database) }
        }
      }.value
    } catch {
      environment.logger.error("The outbox could not \(what): \(error)")
    }
  }

  /// The lane goes on at once; the rows are removed together, by whoever comes first.
  private func finish(_ entry: OutboxEntry) {
    state.withLock { state in
      state.deliver(entry, now: environment.clock.now)
      guard state.cleaner == nil else { return }
      state.cleaner = Task { await self.clean() }
    }
  }

  private func clean() async {
    while let (sequences, life, run) = state.withLock({ $0.takeDelivered() }) {
      await store("be cleaned", in: life) { try Outbox.remove(sequences, in: $0) }
      state.withLock { if $0.run == run { $0.status.pending -= sequences.count } }
    }
  }

  private func handleGone(_ entry: OutboxEntry) async {
    state.withLock { if $0.life == entry.life { $0.status.isDisabled = true } }
    await bury(entry, attempts: entry.attempts + 1, reason: "answered 410")
    alert(
      nil, in: entry.life, "The receiver is gone; nothing is sent until the link is resumed.")
  }

  private func retry(_ entry: OutboxEntry, _ reason: String, _ retryAfter: Duration?) async {
    // Whoever crashes over an attempt notes nothing of it.
    guard state.withLock({ !$0.isStopped && $0.run == entry.run }) else { return }
    var entry = entry
    entry.attempts += 1
    let spread = environment.hash.fraction("retry|\(entry.id)|\(entry.attempts)")
    guard
      let delay = RetrySchedule.delay(
        after: entry.attempts, spread: spread, retryAfter: retryAfter)
    else { return await bury(entry, attempts: entry.attempts, reason: reason) }
    entry.notBefore = environment.clock.now + delay
    await store("count \(entry.id)", in: entry.life) { [entry] in try Outbox.note(entry, in: $0) }
    state.withLock { [entry] in $0.postpone(entry) }
  }

  private func bury(_ entry: OutboxEntry, attempts: Int, reason: String) async {
    await store("bury \(entry.id)", in: entry.life) {
      try Outbox.bury(entry.sequence, attempts: attempts, reason: reason, in: $0)
    }
    state.withLock { $0.giveUp(entry) }
    alert(
      entry.id, in: entry.life,
      "\(entry.type) \(entry.id) was given up after \(attempts) attempts: \(reason).")
  }

  private func alert(_ event: String?, in life: UInt64, _ text: String) {
    guard tellsAdministrator(of: event) else { return }
    let alert = LinkAlert(
      time: environment.clock.timestamp, direction: direction, event: event, text: text)
    state.withLock { if $0.life == life { $0.status.add(alert) } }
    environment.logger.error("\(direction.rawValue): \(text)")
  }
}
