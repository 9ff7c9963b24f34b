import GRDB
import LinkageCore

/// The table `run`.
enum RunTable {
  static func insert(
    _ header: RunHeader, _ outline: Outline, by process: ProcessIdentity, in db: Database
  ) throws {
    if try exists(header.id, in: db) { throw StoreError.runExists(id: header.id) }
    try db.execute(
      sql: """
        INSERT INTO run (id, state, started, pid, pid_start, boot_id, header, outline)
        VALUES (?, 'running', ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        header.id, header.startedWall, process.pid, process.start, process.boot,
        try ColumnText.encode(header), try ColumnText.encode(outline),
      ])
  }

  static func exists(_ id: String, in db: Database) throws -> Bool {
    try Int.fetchOne(db, sql: "SELECT 1 FROM run WHERE id = ?", arguments: [id]) != nil
  }

  static func set(_ state: RunState, of id: String, in db: Database) throws {
    try db.execute(
      sql: "UPDATE run SET state = ? WHERE id = ?", arguments: [state.rawValue, id])
  }

  static func header(of id: String, in db: Database) throws -> RunHeader {
    try column("header", of: id, in: db)
  }

  static func outline(of id: String, in db: Database) throws -> Outline {
    try column("outline", of: id, in: db)
  }

  /// Newest first.
  static func ids(in db: Database) throws -> [String] {
    try String.fetchAll(db, sql: "SELECT id FROM run ORDER BY started DESC, rowid DESC")
  }

  /// Newest first.
  static func summaries(in db: Database) throws -> [RunSummary] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT id, started, state, judgement FROM run LEFT JOIN verdict ON verdict.run = run.id
        ORDER BY started DESC, run.rowid DESC
        """)
    return rows.map { row in
      RunSummary(
        id: row["id"], startedWall: row["started"],
        state: RunState(rawValue: row["state"]) ?? .interrupted,
        judgement: (row["judgement"] as String?).flatMap(Judgement.init(rawValue:)))
    }
  }

  /// The runs that say they are going on, with the process that made them.
  static func running(in db: Database) throws -> [(id: String, process: ProcessIdentity)] {
    let rows = try Row.fetchAll(
      db, sql: "SELECT id, pid, pid_start, boot_id FROM run WHERE state = 'running'")
    return rows.map { row in
      (row["id"], ProcessIdentity(pid: row["pid"], start: row["pid_start"], boot: row["boot_id"]))
    }
  }

  private static func column<T: Decodable>(
    _ name: String, of id: String, in db: Database
  ) throws -> T {
    let text = try String.fetchOne(
      db, sql: "SELECT \(name) FROM run WHERE id = ?", arguments: [id])
    guard let text else { throw try RunNames.unknown(id, in: db) }
    return try Damage.of(id) { try ColumnText.decode(T.self, from: text) }
  }
}
