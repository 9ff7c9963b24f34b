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
    case .memberUnbound: try change(call) { try $0.unbind($1) }
    case .memberMerged: try change(call) { try $0.merge($1) }
    case .memberDeleted: try change(call) { try $0.delete($1) }
    case .memberLevel: try change(call) { try $0.raise($1) }
    case .sessionsEnded: try change(call) { try $0.end($1) }
    case .orderCreated, .orderPaid, .orderShipped, .orderCompleted, .orderCancelled,
      .orderRefunded:
      try change(call) { try $0.take($1 as Order) }
    case .afterSalesChanged: try change(call) { try $0.take($1 as AfterSales) }
    case .stockChanged: try change(call) { try Products.note($1, in: $0.database) }
    case .categoryAdded: try change(call) { try $0.take($1 as ShelvedCategory) }
    case .productChanged: try change(call) { try $0.take($1 as ProductListing) }
    case .themeChanged: try change(call) { try $0.take($1 as Theme) }
    case .pointsEntry: try change(call) { try $0.book($1) }
    case .pointsMoved: try change(call) { try $0.move($1) }
    case .couponChanged: try change(call) { try $0.take($1 as Coupon) }
    case .couponUsed: try change(call) { try $0.use($1) }
    case .favouriteAdded, .favouriteRemoved:
      try change(call) { try $0.take($1 as FavouriteChange) }
    case .productViewed: try change(call) { try $0.take($1 as ViewRecord) }
    case .reportDownloaded: try change(call) { try $0.take($1 as DownloadRecord) }
    case .campaignChanged: try change(call) { try $0.take($1 as Campaign) }
    case .groupChanged: try change(call) { try $0.take($1 as GroupChange) }
    case .drawChanged: try change(call) { try $0.take($1 as Draw) }
    case .entryCreated: try change(call) { try $0.take($1 as Entry) }
    case .entryOpened: try change(call) { try $0.take($1 as EntryVisit) }
    case .handoverEntered: try change(call) { try $0.take($1 as Handover) }
    case .inquiryChanged: try change(call) { try $0.take($1 as Inquiry) }
    case .solutionMoved: try change(call) { try $0.take($1 as Solution) }
    case .promptShown, .promptDismissed: try change(call) { try $0.take($1 as Prompt) }
    case .bookingChanged: try change(call) { try $0.take($1 as Booking) }
    case .packageChanged: try change(call) { try $0.take($1 as ServicePackage) }
    case .lessonChanged: try change(call) { try $0.take($1 as Lesson) }
    case .seatChanged: try change(call) { try $0.take($1 as Seat) }
    case .entryJoined: try change(call) { try $0.take($1 as EntryJoining) }
    case .shareCreated: try change(call) { try $0.take($1 as Share) }
    case .recruitChanged: try change(call) { try $0.take($1 as Recruit) }
    case .eventTracked: try change(call) { try $0.take($1 as TrackedEvent) }
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

  private func delete(_ reference: MemberReference) throws {
    let member = try known(reference.memberId)
    try Members.bury(member, in: database)
    try change.vacate(member)
  }

  private func book(_ record: PointsRecord) throws {
    try overwrite(by: record)
    if try Points.insert(record.entry, ofSurvivor: record.memberId, in: database) { return }
    // It was here already, or there is no such member.
    _ = try known(record.memberId)
  }
}
