/// Something an order takes that lies elsewhere: pieces of the stock, a coupon.
///
/// It is acquired before the order's transaction and given back when there is no order in the end,
/// even where the process ended in between: an intent is written down before anything is taken, and
/// the next start releases what the intents of the last life may have taken.
package protocol OrderHold: Sendable {
  /// Takes it. For the same order it may be asked again and takes nothing more.
  ///
  /// - Returns: the draft, with what the hold changes in it, such as the price.
  /// - Throws: problems, as whoever orders is to read them; nothing need be undone then.
  func acquire(_ draft: OrderDraft, by shop: Shop, for call: Call) async throws -> OrderDraft

  /// In the transaction in which the order is paid.
  func confirm(_ claim: OrderClaim, in change: ShopChange) throws

  /// Gives back what the order took or may have taken, paid for or not: in the transaction that
  /// cancels, refunds or abandons it. What lies elsewhere is given back through an outbox. Again, or
  /// where nothing was taken, it changes nothing.
  func release(_ claim: OrderClaim, in change: ShopChange) throws
}
