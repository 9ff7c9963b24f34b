/// `DELETE /api/member`: leaves a tombstone here and there, and ends every session of the member.
package struct DeleteMemberHandler: Handler {
  private let shop: Shop

  package init(shop: Shop) {
    self.shop = shop
  }

  package func answer(_ call: Call) async throws -> Reply {
    try await shop.change(as: call) { change, id in
      try call.checkMatch(try Members.show(id, in: change.database).tag)
      let phones = try MemberMerge.phones(of: id, in: change.database)
      try Members.bury(id, in: change.database)
      try change.vacate(id)
      // Whoever registers with one of the numbers afterwards arrives after it.
      for phone in phones {
        try change.publish(.memberDeleted, of: id, lane: phone, MemberReference(memberId: id))
      }
    }
    return .empty()
  }
}
