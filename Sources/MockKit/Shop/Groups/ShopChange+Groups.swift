import GRDB

/// What the side that owns the groups decides about them.
extension ShopChange {
  /// A group that nobody is in yet, by the rule and the price of now.
  func newGroup(for sku: String) throws -> GroupBuy {
    guard let product = try Products.find(sku, in: database) else {
      throw InvalidRequest(field: "sku", reason: .outside("the sku of a product"))
    }
    guard let rule = try Campaigns.active(.groupBuy, in: database).first,
      let people = rule.people, let percent = rule.discountPercent, let hours = rule.hours
    else { throw GroupError.noRule }
    let (price, off) = (product.price, product.price.percent(percent))
    return GroupBuy(
      groupId: ids.group(try Counter.group.next(in: database)), sku: sku, name: product.name,
      price: price, groupPrice: Money(fen: price.fen - off.fen), discountPercent: percent,
      people: people, hours: hours, joined: 0, status: .open, version: 0)
  }

  /// Writes down that a member is about to buy one piece with the group, at its price alone.
  func intend(
    _ group: GroupBuy, by member: String, to address: Order.Address
  ) throws -> OrderDraft {
    let item = Order.Item(sku: group.sku, name: group.name, quantity: 1, price: group.price)
    let price = Order.Price(items: group.price, group: group.discount)
    var draft = try intend([item], for: price, by: member, to: address)
    draft.group = group
    return draft
  }

  /// Refuses whom the group does not take.
  func admit(_ member: String, to group: GroupBuy) throws {
    let id = group.groupId
    if let seat = try GroupSeats.taken(in: id, by: member, in: database).first {
      throw GroupError.joinedAlready(id, order: seat.orderId)
    }
    switch group.status {
    case .open where group.endsAt > timestamp: return
    case .full where overfills(group, with: member): return
    case .full: throw GroupError.full(id)
    case .open, .failed: throw GroupError.over(id)
    }
  }

  /// Makes the order, paid, together with its place in the group: who comes too late for the last
  /// place has no order either.
  func join(_ draft: OrderDraft) throws -> GroupView {
    guard let intended = draft.group else {
      throw OrderError.abandoned(order: draft.claim.orderId)
    }
    let known = try GroupBuys.find(intended.groupId, in: database)
    let (group, end) = known.map { ($0, nil) } ?? intended.opening(at: shop.clock.now)
    try admit(try member(draft.claim.memberId), to: group)
    let order = try move(try place(draft), .pay).order
    let taken = group.taking(at: timestamp)
    try tell(
      of: taken,
      GroupSeat(
        groupId: group.groupId, orderId: order.orderId, memberId: order.memberId,
        joinedAt: timestamp, isGone: false, version: taken.version), endingAt: end)
    return GroupView(taken, orderId: order.orderId)
  }

  /// An order of this side's that was refunded while its group is open gives up its place.
  func leaveGroup(_ order: Order) throws {
    guard let id = order.groupId, let group = try GroupBuys.find(id, in: database),
      group.status == .open,
      var seat = try GroupSeats.taken(in: id, in: database)
        .first(where: { $0.orderId == order.orderId })
    else { return }
    let left = group.losing()
    (seat.isGone, seat.version) = (true, left.version)
    try tell(of: left, seat)
  }

  /// While a group is open nobody knows whether its orders will be.
  func refuseOpenGroup(of order: Order) throws {
    guard let id = order.groupId, try GroupBuys.find(id, in: database)?.status == .open else {
      return
    }
    throw GroupError.open(id, order: order.orderId)
  }

  /// Refunds whoever has paid in a group that did not fill.
  func fail(_ group: GroupBuy) throws {
    try tell(of: group.failing(at: timestamp), nil)
    for seat in try GroupSeats.taken(in: group.groupId, in: database) {
      let order = try Orders.find(seat.orderId, in: database)
      guard order.status == .paid, !keepsMoney(of: order, in: group) else { continue }
      _ = try move(order, .refund)
    }
  }

  /// - Parameter end: of a new one.
  private func tell(
    of group: GroupBuy, _ seat: GroupSeat?, endingAt end: Duration? = nil
  ) throws {
    try GroupBuys.put(group, end: end, in: database)
    try seat.map { try GroupSeats.put($0, in: database) }
    let change = GroupChange(group: group, seat: seat)
    guard let member = seat?.memberId else {
      return try publish(.groupChanged, of: group.groupId, lane: group.groupId, change)
    }
    // A place arrives after whoever takes it.
    try publish(.groupChanged, of: group.groupId, for: member, change)
    guard end != nil else { return }
    let chore = shop.desk.chores.groups
    database.afterNextTransaction { _ in chore.wake() }
  }
}

/// What the mini-program tells of its groups.
extension LinkApplier {
  func take(_ group: GroupChange) throws {
    if var seat = group.seat {
      seat.memberId = try known(seat.memberId)
      try GroupSeats.put(seat, in: database)
    }
    try GroupBuys.put(group.group, in: database)
  }
}
