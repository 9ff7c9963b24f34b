import GRDB

/// Places an order: an intent, then everything that is taken elsewhere, then the order itself.
struct OrderSaga {
  let shop: Shop

  func place(_ request: OrderRequest, for call: Call) async throws -> Reply {
    try await place(for: call) {
      try $0.intend(request, for: $1)
    } finish: { change, draft in
      try .json(try change.place(draft), status: 201)
    }
  }

  /// - Parameters:
  ///   - intend: writes down what is about to be ordered by the member.
  ///   - finish: makes the order, and says what is answered.
  func place(
    for call: Call, intend: @escaping @Sendable (ShopChange, String) throws -> OrderDraft,
    finish: @escaping @Sendable (ShopChange, OrderDraft) throws -> Reply
  ) async throws -> Reply {
    let intended = try await shop.change(as: call, intend)
    do {
      let draft = try await acquire(intended, for: call)
      return try await shop.change(for: call) { try $0.answer(try finish($0, draft)) }
    } catch {
      await abandon(intended.claim, call)
      await shop.tellAllTheSame(of: intended, call)
      throw error
    }
  }

  /// Holds are taken for the order. The same request after a crash makes another order, so what is
  /// asked for the first one must not answer for the second.
  private func acquire(_ draft: OrderDraft, for call: Call) async throws -> OrderDraft {
    var (draft, call) = (draft, call)
    call.ticket = nil
    for hold in shop.desk.holds {
      draft = try await hold.acquire(draft, by: shop, for: call)
    }
    return draft
  }

  /// In a task of its own, because a write in a cancelled one is refused. Where it fails, the intent
  /// stays for the next start.
  private func abandon(_ claim: OrderClaim, _ call: Call) async {
    try? await Task {
      try await shop.change(for: call) { try $0.abandon(claim) }
    }.value
  }
}

extension Shop {
  /// Gives back what orders of the last life had taken before they came to be; before anybody orders
  /// in this one.
  package func abandonIntents() async throws {
    try await database.write { try abandonIntents(in: $0) }
  }

  func abandonIntents(in database: Database) throws {
    let change = ShopChange(database: database, shop: self, trace: Traceparent(nil), ticket: nil)
    for claim in try OrderIntents.all(in: database) { try change.abandon(claim) }
  }
}

extension ShopChange {
  fileprivate func intend(_ request: OrderRequest, for member: String) throws -> OrderDraft {
    let basket = try Basket(request.items, of: member, in: database)
    try requireSoldHere(request.items)
    return try intend(
      basket.items, for: basket.price, by: member, couponId: request.couponId,
      to: request.address)
  }

  /// Writes down what is about to be ordered.
  func intend(
    _ items: [Order.Item], for price: Order.Price, by member: String, couponId: String? = nil,
    to address: Order.Address
  ) throws -> OrderDraft {
    let claim = OrderClaim(
      orderId: ids.order(try Counter.order.next(in: database)), memberId: member,
      couponId: couponId)
    try OrderIntents.add(claim, in: database)
    return OrderDraft(claim: claim, items: items, address: address, price: price)
  }

  /// Packages of services are sold where they are kept.
  private func requireSoldHere(_ lines: [OrderRequest.Line]) throws {
    guard side != ServicePackage.owner else { return }
    for line in lines where try Products.find(line.sku, in: database)?.uses != nil {
      throw PackageError.soldOnWebsite(sku: line.sku)
    }
  }

  func place(_ draft: OrderDraft) throws -> Order {
    let claim = draft.claim
    guard try OrderIntents.remove(claim.orderId, in: database) else {
      throw OrderError.abandoned(order: claim.orderId)
    }
    let order = Order(
      orderId: claim.orderId, memberId: try member(claim.memberId), origin: side,
      status: .created, version: 1, items: draft.items, price: draft.price,
      couponId: claim.couponId, groupId: draft.group?.groupId, address: draft.address,
      createdAt: timestamp)
    try Orders.put(order, due: shop.clock.now + OrderTimer.patience, in: database)
    for level in draft.levels { try Products.note(level, in: database) }
    try tell(of: order)
    return order
  }

  fileprivate func abandon(_ claim: OrderClaim) throws {
    guard try OrderIntents.remove(claim.orderId, in: database) else { return }
    for hold in shop.desk.holds { try hold.release(claim, in: self) }
  }
}
