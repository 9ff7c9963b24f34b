/// `GET /api/entries/{key}`.
struct ShowEntryHandler: Handler {
  let shop: Shop

  func answer(_ call: Call) async throws -> Reply {
    let key = call.parameters["key"] ?? ""
    return try .json(
      try await shop.database.read {
        EntryView(
          try Entries.find(key, in: $0), opens: try EntryVisits.count(of: key, in: $0))
      })
  }
}

/// `GET /api/staff/entries/{key}`: with who came by it.
struct StaffEntryHandler: Handler {
  let shop: Shop

  func answer(_ call: Call) async throws -> Reply {
    try shop.desk.staff.check(call)
    let key = call.parameters["key"] ?? ""
    return try .json(
      try await shop.database.read {
        EntryAttribution(
          try Entries.find(key, in: $0), opens: try EntryVisits.count(of: key, in: $0),
          visits: try EntryVisits.list(of: key, in: $0))
      })
  }
}

/// `GET /api/codes/{file}`: the picture of the entry before `.jpg`, as WeChat made it.
struct EntryPictureHandler: Handler {
  private static let ending = ".jpg"

  let shop: Shop
  let entrances: any EntranceMaker

  func answer(_ call: Call) async throws -> Reply {
    let file = call.parameters["file"] ?? ""
    guard file.hasSuffix(Self.ending) else { throw EntryError.notFound(file) }
    let key = String(file.dropLast(Self.ending.count))
    return Reply(
      status: 200, contentType: "image/jpeg",
      headers: [Reply.Header("Cache-Control", "public, max-age=86400")],
      body: try await shop.picture(of: key, by: entrances))
  }
}
