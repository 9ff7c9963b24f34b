package import GRDB

/// One server's own SQLite database, in memory or in a file.
package struct MockDatabase: Sendable {
  private let writer: any DatabaseWriter
  private let isInMemory: Bool

  /// Opens the file, or a database in memory where there is no path, and brings its schema up.
  package init(path: String?, schema: DatabaseMigrator) throws {
    writer = try path.map { try DatabasePool(path: $0) } ?? DatabaseQueue()
    isInMemory = path == nil
    try schema.migrate(writer)
  }

  /// Whether no read happens while a transaction is under way; all are served as they come.
  var readersWait: Bool { isInMemory }

  package func read<Value: Sendable>(
    _ body: @escaping @Sendable (Database) throws -> Value
  ) async throws -> Value {
    try isInMemory ? readAtOnce(body) : await writer.read(body)
  }

  package func write<Value: Sendable>(
    _ body: @escaping @Sendable (Database) throws -> Value
  ) async throws -> Value {
    try isInMemory ? writeAtOnce(body) : await writer.write(body)
  }

  /// - Parameter committed: called right after the commit, before anyone else writes.
  func write<Value: Sendable>(
    _ body: @escaping @Sendable (Database) throws -> Value,
    committed: @escaping @Sendable (Value) -> Void
  ) async throws {
    let work: @Sendable (Database) throws -> Void = { database in
      var value: Value?
      try database.inTransaction(.immediate) {
        value = try body(database)
        return .commit
      }
      value.map(committed)
    }
    if isInMemory { return try withoutTransaction(work) }
    try await writer.writeWithoutTransaction(work)
  }

  private func withoutTransaction(_ work: (Database) throws -> Void) throws {
    try writer.writeWithoutTransaction(work)
  }

  /// Without a disk a transaction takes some dozen microseconds, less than handing it to another
  /// thread and back; so the caller's thread runs it, even an event loop's.
  ///
  /// One connection serves one caller at a time, so a read needs no transaction to see one state. To
  /// forbid it to write would make SQLite compile every statement anew.
  private func readAtOnce<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try writer.unsafeRead(body)
  }

  private func writeAtOnce<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try writer.write(body)
  }

  /// Opens a copy of a database as it is, in the file or new in memory.
  init(copyAt path: String?) throws {
    writer = try path.map { try DatabaseQueue(path: $0) } ?? DatabaseQueue()
    isInMemory = path == nil
  }

  /// Replaces all it holds.
  func fill(from source: Database) throws {
    try writer.writeWithoutTransaction { try source.backup(to: $0) }
  }

  func copy(to target: Database) throws {
    try writer.writeWithoutTransaction { try $0.backup(to: target) }
  }

  /// Runs the body while nobody else writes to any of the databases.
  static func hold(
    _ databases: [MockDatabase], _ body: ([Database]) throws -> Void
  ) throws {
    try hold(databases[...], [], body)
  }

  private static func hold(
    _ rest: ArraySlice<MockDatabase>, _ held: [Database], _ body: ([Database]) throws -> Void
  ) throws {
    guard let next = rest.first else { return try body(held) }
    // Readers of a file go on with what they see: their transactions began before.
    try next.writer.writeWithoutTransaction { database in
      try hold(rest.dropFirst(), held + [database], body)
    }
  }

  package func close() {
    // A failing close leaves only what the process's end clears up.
    try? writer.close()
  }
}
