import Foundation
package import GRDB

/// A transaction under way, and what it may use.
package struct ShopChange {
  package let database: Database
  package let shop: Shop
  let trace: Traceparent
  let ticket: IdempotencyTicket?

  package var side: ShopSide { shop.side }
  package var timestamp: String { shop.clock.timestamp }
  /// Since 1970.
  package var milliseconds: Int64 { shop.clock.milliseconds }
  package var ids: Identifiers { shop.identifiers }

  /// Puts an event of what belongs to a member into the outbox.
  func publish(
    _ type: LinkEventType, of subject: String, for member: String,
    _ data: some Codable & Sendable
  ) throws {
    let phone = try Members.require(member, in: database).phone
    try publish(type, of: subject, lane: phone, data)
  }

  /// Puts an event into the outbox; it leaves once the transaction has committed.
  ///
  /// - Parameter lane: the member's phone number, which never changes and which two members who
  ///   follow each other share, so that all that happens to one person arrives in order.
  package func publish(
    _ type: LinkEventType, of subject: String, lane: String, _ data: some Codable & Sendable
  ) throws {
    if isUntold(type, of: subject) { return }
    let id = ids.event(try Counter.event.next(in: database))
    let now = shop.clock.now
    let event = LinkEvent(
      type, id: id, from: side.server, of: subject, at: MockClock.timestamp(now),
      traceparent: trace.text, data)
    let draft = OutboxEntry(
      sequence: 0, id: id, type: type.rawValue, subject: subject, lane: lane,
      traceparent: trace.text, body: try JSONText.data(event), committed: now)
    let sequence = try Outbox.append(draft, in: database)
    let relay = shop.relay
    database.afterNextTransaction { _ in relay.committed(draft, sequence: sequence) }
  }
}
