/// Why the store did not do what it was asked; `reason` is SQLite's or the system's own words.
package enum StoreError: Error, Sendable, Equatable {
  case cannotOpen(path: String, reason: String)
  /// The file is no SQLite database, or a damaged one.
  case corrupt(path: String, reason: String)
  /// Another program's database.
  case foreign(path: String)
  /// Made by a newer version of this program; it was not touched.
  case newerSchema(path: String)
  /// `recent` has the newest runs first, at most five.
  case noSuchRun(name: String, nearest: String?, recent: [String])
  /// Several runs begin like that, newest first.
  case ambiguousRun(name: String, candidates: [String])
  case runExists(id: String)
  /// What a run's rows hold cannot be read.
  case damagedRun(id: String, reason: String)
  case readFailed(reason: String)
  case writeFailed(reason: String)
  case diskFull
}
