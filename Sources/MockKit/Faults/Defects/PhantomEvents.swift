/// Events of what was refused.
extension FaultKind {
  static let phantomEventOnRollback = FaultKind(
    "phantom_event_on_rollback", .defect, caughtBy: ["phantom", "conservation"],
    title: FaultText("an event of what was rolled back", "回滚后仍发事件"),
    meaning: FaultText(
      "The event of an order or of spent points leaves before the transaction commits, so the other "
        + "side gets to know what was refused.",
      "下单或消费积分的事件在事务提交前就发出，被拒绝的操作也会同步到另一端。"),
    stages: [.enqueue])
}

extension Shop {
  /// Tells of an order that was refused.
  func tellAllTheSame(of draft: OrderDraft, _ call: Call) async {
    let id = draft.claim.orderId
    guard fires(.phantomEventOnRollback, event: id, type: "order.created", entity: id) != nil
    else { return }
    try? await change(for: call) { try $0.tellAllTheSame(of: draft) }
  }

  /// Tells of points that could not be spent.
  func tellAllTheSame(of amount: Int, _ reason: String, _ call: Call) async {
    guard let member = call.visitor.member,
      fires(
        .phantomEventOnRollback, event: "spend \(amount) \(member)", type: "points.entry",
        entity: member) != nil
    else { return }
    try? await change(for: call) { try $0.tellAllTheSame(of: -amount, reason, member) }
  }
}

extension ShopChange {
  fileprivate func tellAllTheSame(of draft: OrderDraft) throws {
    let claim = draft.claim
    let order = Order(
      orderId: claim.orderId, memberId: try member(claim.memberId), origin: side,
      status: .created, version: 1, items: draft.items, price: draft.price,
      couponId: claim.couponId, address: draft.address, createdAt: timestamp)
    try publish(.orderCreated, of: order.orderId, for: order.memberId, order)
  }

  fileprivate func tellAllTheSame(of amount: Int, _ reason: String, _ member: String) throws {
    let entry = PointsEntry(
      entryId: ids.entry(try Counter.entry.next(in: database)), amount: amount, reason: reason,
      at: timestamp, origin: side)
    let record = PointsRecord(memberId: member, entry: entry)
    try publish(.pointsEntry, of: entry.entryId, for: member, record)
  }
}
