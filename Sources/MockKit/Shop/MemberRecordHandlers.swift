/// `GET` of a list of the member's own records of a kind.
struct ListRecordsHandler<Records: PagedRecords>: Handler {
  let shop: Shop

  init(_: Records.Type, shop: Shop) { self.shop = shop }

  func answer(_ call: Call) async throws -> Reply {
    let request = try PageRequest(call, keys: Records.listKeys.count)
    let found = try await shop.read(as: call) { database, member in
      try Records.page(request, of: member, in: database)
    }
    return try .page(found, of: request, position: Records.place)
  }
}

/// `GET` of one of the member's own records by its `{id}`.
struct ShowRecordHandler<Records: ListedRecords>: Handler {
  let shop: Shop

  init(_: Records.Type, shop: Shop) { self.shop = shop }

  func answer(_ call: Call) async throws -> Reply {
    let id = call.parameters["id"] ?? ""
    let found = try await shop.read(as: call) { database, member in
      try Records.find(id, of: member, in: database)
    }
    return try .json(found, tag: EntityTag(version: found.version), for: call)
  }
}
