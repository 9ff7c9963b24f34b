package import GRDB
import Synchronization

/// What an administrator asks of a relay.
extension LinkRelay {
  package var report: LinkReport {
    let now = environment.clock.now
    return state.withLock { state in
      LinkReport(
        direction: direction, down: state.isDown, status: state.status,
        oldestMs: state.oldest.map { max(0, Int((now - $0) / .milliseconds(1))) },
        lagMs: LinkReport.Lag(state.lag))
    }
  }

  /// Whether nothing is under way and nothing that waits has come due.
  package var isQuiet: Bool {
    let now = environment.clock.now
    return state.withLock { $0.isQuiet(now: now, hash: environment.hash) }
  }

  var epoch: Epoch { environment.epoch }

  package func deadLetters() async throws -> [DeadLetter] {
    try await database.read(Outbox.deadLetters)
  }

  /// Sends every dead letter again, or the one of that event, as if it were new.
  /// - Returns: how many there were.
  @discardableResult
  package func replayDeadLetters(_ event: String? = nil) async throws -> Int {
    let revived = try await database.write { try Outbox.revive(event, in: $0) }
    state.withLock { state in
      for entry in revived { state.append(entry) }
      state.status.deadLetters -= revived.count
    }
    wakeIdleLanes()
    return revived.count
  }

  /// Goes on with what another state's outbox holds; called while nobody writes to it.
  package func restart(in database: Database) throws {
    let entries = try Outbox.pending(in: database)
    let dead = try Outbox.deadLetters(in: database).count
    let workers = state.withLock { state in
      defer { state.restart(life: environment.epoch.number, with: entries, deadLetters: dead) }
      return state.lanes.values.compactMap(\.worker)
    }
    for worker in workers { worker.cancel() }
    wakeIdleLanes()
  }
}
