import Foundation
import GRDB
package import LinkageCore
import Synchronization

/// The runs of one folder in one SQLite file, which several programs may use at once.
///
/// A run is saved in three phases: `begin`, then its events by a `StoreRecorder`, then `finish`.
/// One whose process went away in between is found as `interrupted`, with the events it had.
package final class Store: Sendable {
  private let database: DatabaseQueue
  /// What this program has begun last, so that it need not be read back to judge it.
  private let begun = Mutex<(run: String, outline: Outline)?>(nil)

  /// Makes the file, and its folder, where there is none.
  package init(path: String) throws(StoreError) {
    database = try DatabaseOpening.open(path)
    try markAbandoned()
  }

  // MARK: writing

  package func begin(_ header: RunHeader, outline: Outline) throws(StoreError) {
    try write { db in
      try RunTable.insert(header, outline, by: .current, in: db)
    }
    begun.withLock { $0 = (header.id, outline) }
    // A large run's outline would stay in SQLite's cache until the run is over.
    database.releaseMemory()
  }

  /// Takes a run's events, behind those it has already.
  package func recorder(for run: String) throws(StoreError) -> StoreRecorder {
    let count = try read { db in
      guard try RunTable.exists(run, in: db) else { throw try RunNames.unknown(run, in: db) }
      return try EventTable.count(of: run, in: db)
    }
    return StoreRecorder(database: database, run: run, count: count)
  }

  /// All or nothing; close the run's recorder first.
  package func finish(run: String, verdict: Verdict, interrupted: Bool) throws(StoreError) {
    try write { db in
      try save(verdict, of: run, in: db)
      try RunTable.set(interrupted ? .interrupted : .finished, of: run, in: db)
    }
  }

  /// Takes the place of an earlier verdict; the run's state stays.
  package func saveVerdict(_ verdict: Verdict, of run: String) throws(StoreError) {
    try write { db in try save(verdict, of: run, in: db) }
  }

  private func save(_ verdict: Verdict, of run: String, in db: Database) throws {
    guard try RunTable.exists(run, in: db) else { throw try RunNames.unknown(run, in: db) }
    try VerdictTable.save(verdict, of: run, judged: Self.wallClock, in: db) {
      try begun.withLock { $0?.run == run ? $0?.outline : nil } ?? RunTable.outline(of: run, in: db)
    }
  }

  /// Runs that say they are going on and whose process is gone become `interrupted`.
  package func markAbandoned() throws(StoreError) {
    let gone = try read { db in
      try RunTable.running(in: db).filter { !$0.process.isAlive }.map(\.id)
    }
    if gone.isEmpty { return }
    try write { db in
      for run in gone { try RunTable.set(.interrupted, of: run, in: db) }
    }
  }

  // MARK: reading

  package func history(of run: String) throws(StoreError) -> History {
    try read { db in
      History(
        header: try RunTable.header(of: run, in: db),
        outline: try RunTable.outline(of: run, in: db),
        events: try EventTable.events(of: run, in: db))
    }
  }

  package func header(of run: String) throws(StoreError) -> RunHeader {
    try read { db in try RunTable.header(of: run, in: db) }
  }

  /// What the run remembers of its plan.
  package func outline(of run: String) throws(StoreError) -> Outline {
    try read { db in try RunTable.outline(of: run, in: db) }
  }

  /// `nil` for a run that was not judged.
  package func verdict(of run: String) throws(StoreError) -> Verdict? {
    try read { db in
      guard try RunTable.exists(run, in: db) else { throw try RunNames.unknown(run, in: db) }
      return try VerdictTable.verdict(of: run, in: db)
    }
  }

  /// Newest first.
  package func runs() throws(StoreError) -> [RunSummary] {
    try read { db in try RunTable.summaries(in: db) }
  }

  /// The id of the run that a user calls `name`: `last` or `latest`, an id, or the beginning of
  /// just one.
  package func resolve(_ name: String) throws(StoreError) -> String {
    try read { db in try RunNames.resolve(name, in: db) }
  }

  private static var wallClock: Int64 { Int64(Date().timeIntervalSince1970 * 1000) }

  private func read<T>(_ body: (Database) throws -> T) throws(StoreError) -> T {
    try Attempt.reading { try database.read(body) }
  }

  private func write<T>(_ body: (Database) throws -> T) throws(StoreError) -> T {
    try Attempt.writing { try database.write(body) }
  }
}
