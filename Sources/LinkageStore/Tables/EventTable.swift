import GRDB
import LinkageCore

/// The table `event`.
enum EventTable {
  /// Appends events; `first` is the number of the first.
  static func insert(
    _ events: [Event], from first: Int, of run: String, in db: Database
  ) throws {
    let statement = try db.cachedStatement(
      sql: "INSERT INTO event (run, number, at, data) VALUES (?, ?, ?, ?)")
    let writer = ColumnWriter()
    for (offset, event) in events.enumerated() {
      try statement.execute(arguments: [
        run, first + offset, event.at.nanoseconds, try ColumnText.encode(event.kind, with: writer),
      ])
    }
  }

  static func events(of run: String, in db: Database) throws -> [Event] {
    let rows = try Row.fetchCursor(
      db, sql: "SELECT at, data FROM event WHERE run = ? ORDER BY number", arguments: [run])
    var events: [Event] = []
    while let row = try rows.next() {
      let text: String = row["data"]
      let kind = try Damage.of(run) { try ColumnText.decode(Event.Kind.self, from: text) }
      events.append(Event(at: Instant(row["at"]), kind: kind))
    }
    return events
  }

  static func count(of run: String, in db: Database) throws -> Int {
    try Int.fetchOne(db, sql: "SELECT count(*) FROM event WHERE run = ?", arguments: [run]) ?? 0
  }
}
