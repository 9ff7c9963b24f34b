/// Asks for after-sales, at the platform of the order.
struct RequestAfterSales: PeerCommand {
  static let type = "after-sales.request"

  let orderId: String
  let memberId: String
  let kind: AfterSales.Kind
  let reason: String
  /// The whole order by default.
  let amount: Money?

  func decide(_ change: ShopChange) throws -> AfterSalesDecision {
    let member = try change.member(memberId)
    let order = try Orders.find(orderId, of: member, in: change.database)
    return AfterSalesDecision(request: try change.request(self, for: order), order: nil)
  }
}

/// Takes a request back, at the platform of the order.
struct WithdrawAfterSales: PeerCommand {
  static let type = "after-sales.withdraw"

  let afterSalesId: String
  let memberId: String

  func decide(_ change: ShopChange) throws -> AfterSalesDecision {
    let member = try change.member(memberId)
    let request = try AfterSalesRecords.find(afterSalesId, of: member, in: change.database)
    return AfterSalesDecision(request: try change.close(request, as: .withdrawn), order: nil)
  }
}

/// The staff's decision, at the platform of the order; an approval refunds it.
struct DecideAfterSales: PeerCommand {
  static let type = "after-sales.decide"

  let afterSalesId: String
  let approve: Bool
  let note: String?

  func decide(_ change: ShopChange) throws -> AfterSalesDecision {
    let request = try AfterSalesRecords.find(afterSalesId, in: change.database)
    let closed = try change.close(request, as: approve ? .approved : .rejected, note: note)
    guard approve else { return AfterSalesDecision(request: closed, order: nil) }
    let order = try Orders.find(request.orderId, in: change.database)
    return AfterSalesDecision(
      request: closed, order: try change.move(order, .reimburse, refunding: request.amount))
  }
}

/// What came of it, as the platform that asked writes it down.
struct AfterSalesDecision: Codable, Sendable {
  let request: AfterSales
  /// Where the order changed with it.
  let order: OrderDecision?
}
