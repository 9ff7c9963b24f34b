import GRDB

/// Takes, brings back and resets the state of a whole set: databases with outbox, inbox and sessions,
/// what servers keep in memory, and the clock.
package actor StateKeeper {
  private let stored: [StoredState]
  private let memory: [MemoryState]
  private let clock: MockClock
  private let epoch: Epoch
  private let shelf: SnapshotShelf
  private var snapshots: [String: Snapshot]

  /// - Parameter folder: where snapshots are kept; in memory without one.
  package init(
    stored: [StoredState], memory: [MemoryState], clock: MockClock, epoch: Epoch, folder: String?
  ) {
    self.stored = stored
    self.memory = memory
    self.clock = clock
    self.epoch = epoch
    shelf = SnapshotShelf(folder: folder)
    let found = shelf.found().map { ($0.name, $0) }
    snapshots = Dictionary(found, uniquingKeysWith: { first, _ in first })
  }

  /// Oldest first.
  package var summaries: [Snapshot.Summary] {
    snapshots.values.map(\.summary).sorted { ($0.takenAt, $0.name) < ($1.takenAt, $1.name) }
  }

  package func take(_ name: String) throws -> Snapshot.Summary {
    try SnapshotShelf.check(name)
    guard snapshots[name] == nil else { throw SnapshotError.taken(name) }
    try shelf.remove(name)
    let copies = try stored.map { state in
      (state.server, try MockDatabase(copyAt: try shelf.path(of: state.server, in: name)))
    }
    var (taken, kept) = (Duration.zero, [MockServerName: any Sendable]())
    try MockDatabase.hold(stored.map(\.database)) { databases in
      for (database, copy) in zip(databases, copies) { try copy.1.fill(from: database) }
      taken = clock.now
      for state in memory { kept[state.server] = state.save() }
    }
    let snapshot = Snapshot(
      name: name, taken: taken, databases: Dictionary(uniqueKeysWithValues: copies), memory: kept)
    try shelf.finish(snapshot)
    snapshots[name] = snapshot
    return snapshot.summary
  }

  package func restore(_ name: String) throws {
    let snapshot = try find(name)
    try replace(with: snapshot.databases, memory: snapshot.memory) {
      clock.set(to: snapshot.taken)
    }
  }

  package func delete(_ name: String) throws {
    for copy in try find(name).databases.values { copy.close() }
    snapshots[name] = nil
    try shelf.remove(name)
  }

  /// Makes everything as it was at the first start, or leaves nothing at all.
  package func reset(filled: Bool) async throws {
    let now = clock.now - clock.offset
    var fresh: [MockServerName: MockDatabase] = [:]
    for state in stored { fresh[state.server] = try await state.fresh(filled, now) }
    try replace(with: fresh, memory: [:]) { clock.set(offset: .zero) }
    for database in fresh.values { database.close() }
  }

  private func find(_ name: String) throws(SnapshotError) -> Snapshot {
    guard let snapshot = snapshots[name] else {
      throw .unknown(name, known: snapshots.keys.sorted())
    }
    return snapshot
  }

  /// Nobody writes meanwhile, so each transaction belongs to one state as a whole.
  private func replace(
    with databases: [MockServerName: MockDatabase],
    memory kept: [MockServerName: any Sendable], moving moveClock: () -> Void
  ) throws {
    let targets = stored.filter { databases[$0.server] != nil }
    try MockDatabase.hold(targets.map(\.database)) { held in
      for (state, database) in zip(targets, held) {
        try databases[state.server]?.copy(to: database)
      }
      epoch.begin()
      moveClock()
      for (state, database) in zip(targets, held) { try state.restart(database) }
      for state in memory { state.restore(kept[state.server] ?? state.initial) }
    }
  }
}
