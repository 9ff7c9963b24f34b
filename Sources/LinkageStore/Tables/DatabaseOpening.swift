import Foundation
import GRDB

/// Opens the file, or says why not before anything in it has changed.
enum DatabaseOpening {
  static func open(_ path: String) throws(StoreError) -> DatabaseQueue {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw .cannotOpen(path: path, reason: error.localizedDescription)
    }
    let lock = FolderLock(folder)
    defer { lock.release() }
    do {
      return try prepare(path)
    } catch let error as StoreError {
      throw error
    } catch let error as DatabaseError {
      throw failure(error, path)
    } catch {
      throw .cannotOpen(path: path, reason: String(describing: error))
    }
  }

  private static func prepare(_ path: String) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.busyMode = .timeout(5)
    configuration.label = "linkage-store"
    let database = try DatabaseQueue(path: path, configuration: configuration)
    let migrator = Schema.migrator
    try database.read { db in
      if try migrator.hasBeenSuperseded(db) { throw StoreError.newerSchema(path: path) }
      if try isForeign(db) { throw StoreError.foreign(path: path) }
    }
    try database.writeWithoutTransaction { db in
      // Of a new file alone. An exchange takes more than SQLite's usual page of 4 KB lets a row of
      // such a table have, and would get a page of its own.
      try db.execute(sql: "PRAGMA page_size = 16384")
      try db.execute(sql: "PRAGMA journal_mode = wal; PRAGMA synchronous = normal")
    }
    try migrator.migrate(database)
    return database
  }

  private static func isForeign(_ db: Database) throws -> Bool {
    let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") ?? 0
    let id = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
    return tables > 0 && id != Schema.applicationID
  }

  private static func failure(_ error: DatabaseError, _ path: String) -> StoreError {
    let reason = error.message ?? error.description
    switch error.resultCode {
    case .SQLITE_NOTADB, .SQLITE_CORRUPT: return .corrupt(path: path, reason: reason)
    case .SQLITE_FULL: return .diskFull
    default: return .cannotOpen(path: path, reason: reason)
    }
  }
}
