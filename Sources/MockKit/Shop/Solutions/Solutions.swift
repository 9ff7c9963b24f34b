import GRDB

/// What one side knows of what is made to order.
enum Solutions: ListedRecords {
  typealias Record = Solution

  static let table = "solutions"

  static let schema = """
    CREATE TABLE solutions (
      id TEXT PRIMARY KEY, member_id TEXT NOT NULL, version INTEGER NOT NULL,
      created_at TEXT NOT NULL, body TEXT NOT NULL);
    CREATE INDEX solutions_by_member ON solutions (member_id, created_at, id);
    \(followMember)
    """

  static let listKeys = ["created_at", "id"]

  static func place(_ record: Solution) -> [String] { [record.createdAt, record.solutionId] }

  static func missing(_ id: String) -> any Error { SolutionError.notFound(id) }

  /// Writes it down, or a later stage of it; an earlier one changes nothing.
  static func put(_ solution: Solution, in database: Database) throws {
    try write(
      solution, id: solution.solutionId, of: solution.memberId,
      fixed: ["created_at": solution.createdAt], in: database)
  }
}
