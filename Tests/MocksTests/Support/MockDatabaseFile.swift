import GRDB

/// A server's database file while no server has it, to make it what an earlier life could have left.
struct MockDatabaseFile {
  private let queue: DatabaseQueue

  init(_ path: String) throws {
    queue = try DatabaseQueue(path: path)
  }

  func run(_ sql: String) throws {
    try queue.write { try $0.execute(sql: sql) }
    try queue.close()
  }
}
