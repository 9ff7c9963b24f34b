package import GRDB

/// One server's own SQLite database, in memory or in a file.
package struct MockDatabase: Sendable {
  private let writer: any DatabaseWriter

  /// Opens the file, or a database in memory where there is no path, and brings its schema up.
  package init(path: String?, schema: DatabaseMigrator) throws {
    writer = try path.map { try DatabasePool(path: $0) } ?? DatabaseQueue()
    try schema.migrate(writer)
  }

  package func read<Value: Sendable>(
    _ body: @escaping @Sendable (Database) throws -> Value
  ) async throws -> Value {
    try await writer.read(body)
  }

  package func write<Value: Sendable>(
    _ body: @escaping @Sendable (Database) throws -> Value
  ) async throws -> Value {
    try await writer.write(body)
  }

  package func close() {
    // A failing close leaves only what the process's end clears up.
    try? writer.close()
  }
}
