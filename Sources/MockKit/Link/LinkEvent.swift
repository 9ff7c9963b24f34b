/// A change as it travels: CloudEvents 1.0 in structured mode.
package struct LinkEvent<Payload: Codable & Sendable>: Codable, Sendable {
  package let specversion: String
  package let id: String
  /// `/web`, `/mini` or `/counter`.
  package let source: String
  package let type: LinkEventType
  /// The id of what changed.
  package let subject: String
  /// RFC 3339.
  package let time: String
  package let datacontenttype: String
  package let traceparent: String
  package let data: Payload
}

extension LinkEvent {
  /// - Parameters:
  ///   - subject: the id of what changed.
  ///   - time: RFC 3339.
  init(
    _ type: LinkEventType, id: String, from sender: MockServerName, of subject: String,
    at time: String, traceparent: String, _ data: Payload
  ) {
    self.init(
      specversion: "1.0", id: id, source: "/\(sender.rawValue)", type: type, subject: subject,
      time: time, datacontenttype: "application/json", traceparent: traceparent, data: data)
  }
}

/// For reading an event's attributes and leaving its data for later.
package struct UnreadPayload: Codable, Sendable {
  package init() {}
  package init(from decoder: any Decoder) throws {}
}

/// What can change.
package enum LinkEventType: String, Codable, Sendable, CaseIterable {
  case memberRegistered = "member.registered"
  case memberUpdated = "member.updated"
  case memberBound = "member.bound"
  case memberUnbound = "member.unbound"
  case memberMerged = "member.merged"
  case memberDeleted = "member.deleted"
  case memberLevel = "member.level"
  case sessionsEnded = "sessions.ended"
  case orderCreated = "order.created"
  case orderPaid = "order.paid"
  case orderShipped = "order.shipped"
  case orderCompleted = "order.completed"
  case orderCancelled = "order.cancelled"
  case orderRefunded = "order.refunded"
  case afterSalesChanged = "after-sales.changed"
  /// From the counter system.
  case stockChanged = "stock.changed"
  /// From the website, which owns the catalogue.
  case categoryAdded = "category.added"
  case productChanged = "product.changed"
  /// From the website, which decides how both look.
  case themeChanged = "theme.changed"
  case pointsEntry = "points.entry"
  case pointsMoved = "points.moved"
  case couponChanged = "coupon.changed"
  case couponUsed = "coupon.used"
  case favouriteAdded = "favourite.added"
  case favouriteRemoved = "favourite.removed"
  case productViewed = "product.viewed"
  case reportDownloaded = "report.downloaded"
  /// From the website, which owns the rules.
  case campaignChanged = "campaign.changed"
  case groupChanged = "group.changed"
  case drawChanged = "draw.changed"
  case entryCreated = "entry.created"
  case entryOpened = "entry.opened"
  case handoverEntered = "handover.entered"
  case inquiryChanged = "inquiry.changed"
  case solutionMoved = "solution.moved"
  case promptShown = "prompt.shown"
  case promptDismissed = "prompt.dismissed"
  /// From the mini-program, which owns the bookings.
  case bookingChanged = "booking.changed"
  /// From the website, which owns packages and lessons.
  case packageChanged = "package.changed"
  case lessonChanged = "lesson.changed"
  case seatChanged = "seat.changed"
  case entryJoined = "entry.joined"
  case shareCreated = "share.created"
  case recruitChanged = "recruit.changed"
  case eventTracked = "event.tracked"
}
