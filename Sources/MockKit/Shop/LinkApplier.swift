import Foundation
import GRDB

/// Writes what came over the link. What it writes is not sent on, so nothing echoes; only what follows
/// from it here, such as a level, is told.
struct LinkApplier {
  let change: ShopChange

  var database: Database { change.database }

  typealias Change = @Sendable (LinkApplier) throws -> Void

  /// Reads an event before its transaction begins: readers wait while one is under way.
  static func change(_ type: LinkEventType, in call: Call) throws -> Change {
    switch type {
    case .memberRegistered: try change(call) { try $0.register($1) }
    case .memberUpdated: try change(call) { try $0.update($1) }
    case .memberBound: try change(call) { try $0.bind($1) }
    case .memberDeleted: try change(call) { try $0.delete($1) }
    case .memberLevel: try change(call) { try $0.raise($1) }
    case .orderCreated, .orderPaid, .orderShipped, .orderCompleted, .orderCancelled,
      .orderRefunded:
      try change(call) { try $0.take($1 as Order) }
    case .afterSalesChanged: try change(call) { try $0.take($1 as AfterSales) }
    case .stockChanged: try change(call) { try Products.note($1, in: $0.database) }
    case .pointsEntry: try change(call) { try $0.book($1) }
    }
  }

  private static func change<Payload: Codable & Sendable>(
    _ call: Call, _ body: @escaping @Sendable (LinkApplier, Payload) throws -> Void
  ) throws -> Change {
    let payload = try call.decode(LinkEvent<Payload>.self).data
    return { try body($0, payload) }
  }

  /// The member as it is known here, under the id it lives on.
  func known(_ id: String) throws -> String { try change.member(id) }

  private func register(_ record: MemberRecord) throws {
    let id = try MemberMerge.survivor(of: record.memberId, in: database)
    if try Members.find(id, in: database) == nil {
      if let local = try Members.living(withPhone: record.phone, in: database) {
        try MemberMerge.merge(record, with: local, in: database)
      } else {
        try Members.insert(record, in: database)
      }
    }
    guard let credential = record.credential else { return }
    try Credentials.adopt(credential, of: try known(record.memberId), in: database)
  }

  private func update(_ record: MemberRecord) throws {
    var local = try Members.require(try known(record.memberId), in: database)
    guard record.supersedes(local) else { return }
    local.name = record.name
    local.level = max(local.level, record.level)
    local.version = record.version
    local.origin = record.origin
    try Members.update(local, in: database)
  }

  private func bind(_ binding: Binding) throws {
    let member = try known(binding.memberId)
    let moved = Binding(memberId: member, openid: binding.openid, unionid: binding.unionid)
    try Bindings.set(moved, in: database)
  }

  private func delete(_ reference: MemberReference) throws {
    try Members.bury(try known(reference.memberId), in: database)
  }

  private func book(_ record: PointsRecord) throws {
    if try Points.insert(record.entry, ofSurvivor: record.memberId, in: database) { return }
    // It was here already, or there is no such member.
    _ = try known(record.memberId)
  }
}
