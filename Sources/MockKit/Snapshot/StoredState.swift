package import GRDB

/// What one server keeps in its database.
package struct StoredState: Sendable {
  let server: MockServerName
  package let database: MockDatabase
  let fresh: @Sendable (_ filled: Bool, _ now: Duration) async throws -> MockDatabase
  let restart: @Sendable (Database) throws -> Void

  /// - Parameters:
  ///   - fresh: makes a database in memory with the same tables, and in them what the server begins
  ///     with at that time since 1970, or nothing.
  ///   - restart: goes on with the database's new content, while nobody writes to it.
  package init(
    of server: MockServerName, in database: MockDatabase,
    fresh: @escaping @Sendable (_ filled: Bool, _ now: Duration) async throws -> MockDatabase,
    restart: @escaping @Sendable (Database) throws -> Void
  ) {
    self.server = server
    self.database = database
    self.fresh = fresh
    self.restart = restart
  }
}

/// What one server keeps in memory alone.
package struct MemoryState: Sendable {
  let server: MockServerName
  let save: @Sendable () -> any Sendable
  let restore: @Sendable (any Sendable) -> Void
  /// As it is at the start.
  let initial: any Sendable

  package init<State: Sendable>(
    of server: MockServerName, save: @escaping @Sendable () -> State,
    restore: @escaping @Sendable (State) -> Void
  ) {
    self.server = server
    self.save = save
    self.restore = { if let state = $0 as? State { restore(state) } }
    initial = save()
  }
}
