/// `GET /api/shares/{key}`.
struct ShowShareHandler: Handler {
  let shop: Shop

  func answer(_ call: Call) async throws -> Reply {
    let key = call.parameters["key"] ?? ""
    return try .json(
      try await shop.read(as: call) { try Shares.find(key, of: $1, in: $0) })
  }
}
