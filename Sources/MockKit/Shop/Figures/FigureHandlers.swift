/// `GET /api/staff/figures?from=&to=`: the three figures.
struct ShowFiguresHandler: Handler {
  let shop: Shop

  func answer(_ call: Call) async throws -> Reply {
    try shop.desk.staff.check(call)
    let days = try shop.days(of: call)
    let asked = FetchOrderVersions(days)
    // What the other platform answers is compared, not written down.
    let others = try await shop.decide(asked, at: shop.side.other, for: call) { _, _ in }
    let countsVisits = shop.countsVisits(of: days)
    return try .json(
      try await shop.database.read { database in
        Figures(
          try Footprints.all(in: database), of: days, own: try asked.find(in: database),
          others: others, countsVisits: countsVisits)
      })
  }
}

/// `GET /api/staff/paths?from=&to=`: how people went from one platform to the other.
struct ShowPathsHandler: Handler {
  let shop: Shop

  func answer(_ call: Call) async throws -> Reply {
    try shop.desk.staff.check(call)
    let days = try shop.days(of: call)
    return try .json(
      try await shop.database.read { ConversionPaths(try Footprints.all(in: $0), of: days) })
  }
}

/// What is counted.
enum FigureRoutes {
  static func all(of shop: Shop) -> [Route] {
    [
      Route(.post, "/api/events", TrackEventHandler(shop: shop)),
      Route(.get, "/api/staff/figures", ShowFiguresHandler(shop: shop)),
      Route(.get, "/api/staff/paths", ShowPathsHandler(shop: shop)),
    ]
  }
}
