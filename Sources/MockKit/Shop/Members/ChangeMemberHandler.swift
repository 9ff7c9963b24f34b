/// `PATCH /api/member`.
package struct ChangeMemberHandler: Handler {
  private struct Body: Decodable {
    let name: String
  }

  private let shop: Shop

  package init(shop: Shop) {
    self.shop = shop
  }

  package func answer(_ call: Call) async throws -> Reply {
    let name = try MemberName.check(try call.decode(Body.self).name)
    let (member, tag) = try await shop.change(as: call) { change, id in
      let current = try Members.show(id, in: change.database)
      try call.requireMatch(try Members.tag(of: current, in: change.database))
      try change.rename(id, to: name)
      let member = try Members.show(id, in: change.database)
      return (member, try Members.tag(of: member, in: change.database))
    }
    return try .json(member, tag: tag, for: call)
  }
}

extension ShopChange {
  fileprivate func rename(_ id: String, to name: String) throws {
    var record = try Members.require(id, in: database)
    record.name = name
    record.version += 1
    record.origin = side
    try Members.update(record, in: database)
    try publish(.memberUpdated, of: id, lane: record.phone, record)
  }
}
