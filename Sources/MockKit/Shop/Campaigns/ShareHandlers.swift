/// `GET /api/shares`: newest first.
struct ListSharesHandler: Handler {
  let shop: Shop

  func answer(_ call: Call) async throws -> Reply {
    let request = try PageRequest(call, keys: Shares.listKeys.count)
    let found = try await shop.read(as: call) { database, member in
      try Shares.page(request, of: member, in: database)
    }
    return try .page(found, of: request) { [$0.createdAt, $0.entryKey] }
  }
}

/// `GET /api/shares/{key}`.
struct ShowShareHandler: Handler {
  let shop: Shop

  func answer(_ call: Call) async throws -> Reply {
    let key = call.parameters["key"] ?? ""
    return try .json(
      try await shop.read(as: call) { try Shares.find(key, of: $1, in: $0) })
  }
}
