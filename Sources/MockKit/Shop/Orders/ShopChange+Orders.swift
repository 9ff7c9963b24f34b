extension ShopChange {
  /// The member under the id it lives on here.
  func member(_ id: String) throws -> String {
    guard let known = try MemberMerge.known(id, in: database) else {
      throw ShopError.unknownMember(id)
    }
    return known
  }

  /// Takes an order of this side to its next state, with all that follows from it.
  ///
  /// - Parameter amount: what is refunded, the whole by default.
  func move(
    _ order: Order, _ action: OrderAction, refunding amount: Money? = nil
  ) throws -> OrderDecision {
    guard let status = OrderFlow.next(after: order.status, action) else {
      throw OrderError.notPossible(action, order: order.orderId, status: order.status)
    }
    if action == .pay, try Orders.isOverdue(order.orderId, now: shop.clock.now, in: database) {
      throw OrderError.overdue(order: order.orderId)
    }
    if action == .refund { try refuseUsedPackages(of: order) }
    var moved = order
    moved.status = status
    moved.version += 1
    moved.moments.note(status, at: timestamp)
    if status == .refunded { moved.refundedAmount = amount ?? order.amount }
    try Orders.put(moved, in: database)
    try tell(of: moved)
    try settle(moved)
    if status == .refunded { try leaveGroup(moved) }
    return OrderDecision(order: moved, entry: try bookPoints(of: moved))
  }

  /// To the other side and to the member.
  func tell(of order: Order) throws {
    try publish(order.status.event, of: order.orderId, for: order.memberId, order)
    try News(of: order)?.post(by: shop, in: database)
    try wakePayments(of: order)
  }

  /// Only a refund of the whole gives back what was taken: who is refunded a part keeps the goods.
  private func settle(_ order: Order) throws {
    let claim = OrderClaim(order)
    switch order.status {
    case .paid:
      try raiseLevel(of: order.memberId)
      try openPackages(of: order)
      for hold in shop.desk.holds { try hold.confirm(claim, in: self) }
    case .cancelled:
      for hold in shop.desk.holds { try hold.release(claim, in: self) }
    case .refunded where order.refundedAmount == order.amount:
      try closePackages(of: order)
      for hold in shop.desk.holds { try hold.release(claim, in: self) }
    case .created, .shipped, .completed, .refunded: break
    }
  }

  /// The entry's id follows from the order's, so an order earns once and is reversed once.
  private func bookPoints(of order: Order) throws -> PointsEntry? {
    let amount = order.pointsOfStatus
    guard amount != 0, !keepsPoints(order) else { return nil }
    let refund = order.status == .refunded
    let entry = PointsEntry(
      entryId: "pt_\(order.orderId)\(refund ? "_refund" : "")", amount: amount,
      reason: "\(refund ? "refund of " : "")order \(order.orderId)", at: timestamp, origin: side)
    try book(entry, for: order.memberId)
    return entry
  }
}

extension Order {
  /// A point for each whole yuan that is paid; a refund leaves those of what stays paid.
  fileprivate var pointsOfStatus: Int {
    switch status {
    case .paid: return amount.wholeYuan
    case .refunded:
      let kept = Money(fen: amount.fen - (refundedAmount?.fen ?? 0))
      return kept.wholeYuan - amount.wholeYuan
    case .created, .shipped, .completed, .cancelled: return 0
    }
  }
}
