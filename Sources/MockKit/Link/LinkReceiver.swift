import Foundation
import GRDB

/// `POST /_link/events`: takes what the other side's relay delivers.
package struct LinkReceiver: Handler {
  /// The header that says the how manieth attempt it is.
  static let attempt = "linkage-attempt"

  let shop: Shop
  private let keys: LinkKeys

  /// - Parameter keys: each of them may have signed.
  package init(shop: Shop, keys: LinkKeys) {
    self.shop = shop
    self.keys = keys
  }

  /// Beside the event loop, so that no reader waits for more than the transaction.
  package func answer(_ call: Call) async throws -> Reply {
    try await withTaskExecutorPreference(globalConcurrentExecutor) { try await take(call) }
  }

  /// - Returns: the signature, which is one of the other side's.
  func verify(_ call: Call) throws(LinkSignatureError) -> LinkSignature {
    do throws(LinkSignatureError) {
      let signature = try LinkSignature(of: call)
      try signature.verify(call.body, with: keys.all, now: shop.clock.seconds)
      return signature
    } catch {
      return try tolerated(error, call, keys)
    }
  }

  private func take(_ call: Call) async throws -> Reply {
    let signature = try verify(call)
    let event = try call.decode(LinkEvent<UnreadPayload>.self)
    if event.id != signature.id {
      _ = try tolerated(.otherEvent(signed: signature.id, event: event.id), call, keys)
    }
    let faults = ReceiverFaults(shop: shop, call: call, event: event)
    try await faults.receive()
    shop.truth.record(.received, TruthSubject(event), on: shop.side.server)
    guard let read = try shop.asRead(call, event) else { return .empty() }
    try await apply(read.event, read.call)
    try faults.finish()
    return .empty()
  }

  private func apply(_ event: LinkEvent<UnreadPayload>, _ call: Call) async throws {
    let (truth, now) = (TruthSubject(event), shop.clock.seconds)
    let change = try LinkApplier.change(event.type, in: call)
    let asked = MonotonicTime.nanoseconds()
    try await shop.database.write { database in
      guard !shop.epoch.isOver(of: call) else { return nil as UInt64? }
      let isNew = try Inbox.admit(event.id, now: now, in: database)
      guard isNew || shop.forgetsInbox else { return nil }
      let applier = LinkApplier(
        change: ShopChange(database: database, shop: shop, trace: call.trace, ticket: nil))
      try change(applier)
      try applier.misapply(event, in: call, isNew: isNew)
      // Nobody reads what is not committed, and everybody reads what is. Where readers wait, they
      // do so in the order in which they and the transaction came.
      return shop.database.readersWait ? asked : MonotonicTime.nanoseconds()
    } committed: { last in
      guard let last else { return }
      shop.truth.recordApplied(truth, on: shop.side.server, notBefore: last)
    }
  }
}

extension TruthSubject {
  fileprivate init(_ event: LinkEvent<UnreadPayload>) {
    self.init(event: event.id, type: event.type.rawValue, entity: event.subject)
  }
}
