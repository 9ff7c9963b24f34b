/// The pieces of an order, which the counter system keeps for it.
struct StockHold: OrderHold {
  func acquire(_ draft: OrderDraft, by shop: Shop, for call: Call) async throws -> OrderDraft {
    let items = draft.items.map { StockReservation.Item(sku: $0.sku, quantity: $0.quantity) }
    let reservation = StockReservation(
      orderId: draft.claim.orderId, side: shop.side, items: items)
    var held = draft
    held.levels = try await shop.desk.stock.reserve(reservation, trace: call.trace)
    return held
  }

  func confirm(_ claim: OrderClaim, in change: ShopChange) throws {
    try StockJobs.add(.confirm, of: claim.orderId, by: change.shop, in: change.database)
  }

  func release(_ claim: OrderClaim, in change: ShopChange) throws {
    try StockJobs.add(.release, of: claim.orderId, by: change.shop, in: change.database)
  }
}
