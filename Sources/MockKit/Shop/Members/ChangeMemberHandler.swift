/// `PATCH /api/member`.
package struct ChangeMemberHandler: Handler {
  private let shop: Shop

  package init(shop: Shop) {
    self.shop = shop
  }

  package func answer(_ call: Call) async throws -> Reply {
    let patch = try call.decode(ProfilePatch.self)
    try patch.check(today: CalendarDate.inChina(shop.clock.now))
    let member = try await shop.change(as: call) { change, id in
      try call.requireMatch(try Members.show(id, in: change.database).tag)
      try change.edit(id, patch)
      return try Members.show(id, in: change.database)
    }
    return try .json(member, tag: member.tag, for: call)
  }
}

extension ShopChange {
  fileprivate func edit(_ id: String, _ patch: ProfilePatch) throws {
    var record = try Members.require(id, in: database)
    guard record.profile.change(patch.values, on: side) else { return }
    try Members.update(record, in: database)
    try publish(.memberUpdated, of: id, lane: record.phone, record)
  }
}
