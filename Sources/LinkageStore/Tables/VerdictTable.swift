import GRDB
import LinkageCore

/// The tables `verdict` and `measurement`.
enum VerdictTable {
  /// Takes the place of an earlier verdict.
  ///
  /// - Parameters:
  ///   - judged: in milliseconds since 1970.
  ///   - outline: the run's; asked for only where something was measured.
  static func save(
    _ verdict: Verdict, of run: String, judged: Int64, in db: Database,
    outline: () throws -> Outline
  ) throws {
    try db.execute(
      sql: "INSERT OR REPLACE INTO verdict (run, judged, judgement, data) VALUES (?, ?, ?, ?)",
      arguments: [run, judged, verdict.judgement.rawValue, try ColumnText.encode(verdict)])
    try db.execute(sql: "DELETE FROM measurement WHERE run = ?", arguments: [run])
    let isMeasured = verdict.cases.contains { $0.steps.contains { $0.measurement != nil } }
    guard isMeasured else { return }
    for (scenario, verdict) in zip(try outline().cases, verdict.cases) {
      for (step, verdict) in zip(scenario.steps, verdict.steps) {
        guard let measurement = verdict.measurement else { continue }
        try insert(measurement, of: run, case: scenario.id, step: step.id, in: db)
      }
    }
  }

  static func verdict(of run: String, in db: Database) throws -> Verdict? {
    let text = try String.fetchOne(
      db, sql: "SELECT data FROM verdict WHERE run = ?", arguments: [run])
    guard let text else { return nil }
    return try Damage.of(run) { try ColumnText.decode(Verdict.self, from: text) }
  }

  private static func insert(
    _ measurement: Measurement, of run: String, case: String, step: String, in db: Database
  ) throws {
    let (link, latency) = (measurement.link, measurement.latency)
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO measurement (run, case_id, step_id, entity, link_from, link_to, lower_ns,
          upper_ns, point_ns, acknowledged)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    try statement.execute(arguments: [
      run, `case`, step, link.entity, link.from, link.to, latency.lower.count,
      latency.upper?.count, latency.point?.count, measurement.acknowledged.nanoseconds,
    ])
  }
}
