import GRDB

/// Reads what people did from where it is written down: the events that front ends tell, the ways
/// between the platforms, the orders and the inquiries.
enum Footprints {
  /// Ids break ties between the two sides' databases, so both see the same order.
  private static let sql = """
    SELECT * FROM (
    SELECT platform,
      CASE event WHEN 'visit' THEN 'come' WHEN 'open' THEN 'come' ELSE event END AS act,
      member_id, visitor, NULL AS openid, id, source, function, at_ms
    FROM tracked_events
    UNION ALL
    SELECT 'mini', 'arrive',
      COALESCE(entry_visits.member_id, bindings.member_id, entries.member_id), entries.visitor,
      entry_visits.openid, entry_visits.id, entries.source, NULL, \(milliseconds("opened_at"))
    FROM entry_visits LEFT JOIN entries ON entries.key = entry_key
    LEFT JOIN bindings ON bindings.openid = entry_visits.openid
    UNION ALL
    SELECT 'web', 'arrive', member_id, NULL, NULL, id, source, NULL, \(milliseconds("entered_at"))
    FROM handovers WHERE entered_at IS NOT NULL
    UNION ALL
    SELECT origin, 'order', member_id, NULL, NULL, id, NULL, NULL, \(milliseconds("created_at"))
    FROM orders
    UNION ALL
    SELECT json_extract(body, '$.origin'), 'use', member_id, NULL, NULL, id, NULL, 'inquiry',
      \(milliseconds("created_at"))
    FROM inquiries)
    ORDER BY at_ms,
      CASE act WHEN 'come' THEN 0 WHEN 'click' THEN 1 WHEN 'arrive' THEN 2 ELSE 3 END, id
    """

  /// RFC 3339 with milliseconds as a number.
  private static func milliseconds(_ column: String) -> String {
    "strftime('%s', \(column)) * 1000 + CAST(substr(\(column), 21, 3) AS INTEGER)"
  }

  /// The oldest first.
  static func all(in database: Database) throws -> [Footprint] {
    let rows = try database.rows(sql: sql)
    let traces = rows.map(People.Trace.init)
    let people = People(traces)
    return zip(rows, traces).compactMap { row, trace in
      Footprint(row, by: people.person(trace))
    }
  }
}

extension People.Trace {
  fileprivate init(_ row: Row) {
    self.init(
      member: row["member_id"], visitor: row["visitor"], openid: row["openid"], id: row["id"])
  }
}

extension Footprint {
  fileprivate init?(_ row: Row, by person: String) {
    guard let platform = ShopSide(rawValue: row["platform"]), let act = Act(rawValue: row["act"])
    else { return nil }
    self.init(
      person: person, platform: platform, act: act, source: row["source"],
      function: row["function"], atMs: row["at_ms"])
  }
}
