/// `POST /api/orders`.
package struct CreateOrderHandler: Handler {
  private let shop: Shop

  package init(shop: Shop) {
    self.shop = shop
  }

  package func answer(_ call: Call) async throws -> Reply {
    let request = try call.decode(OrderRequest.self)
    try request.check()
    return try await shop.change(as: call) { change, member in
      try change.answer(try .json(try change.place(request, for: member), status: 201))
    }
  }
}

extension ShopChange {
  fileprivate func place(_ request: OrderRequest, for member: String) throws -> Order {
    let items = try request.items.enumerated().map { try reserve($1, at: $0) }
    let order = Order(
      orderId: ids.order(try Counter.order.next(in: database)), memberId: member,
      status: .created, version: 1,
      amount: Money(fen: items.reduce(0) { $0 + $1.price.fen * $1.quantity }), items: items,
      address: request.address, createdAt: timestamp, origin: side)
    try Orders.insert(order, in: database)
    let phone = try Members.require(member, in: database).phone
    try publish(.orderCreated, of: order.orderId, lane: phone, order)
    return order
  }

  private func reserve(_ line: OrderRequest.Line, at index: Int) throws -> Order.Item {
    guard let product = try Products.find(line.sku, in: database) else {
      throw InvalidRequest(field: "items[\(index)].sku", reason: .outside("the sku of a product"))
    }
    try Products.take(line.quantity, of: line.sku, in: database)
    return Order.Item(
      sku: product.sku, name: product.name, quantity: line.quantity, price: product.price)
  }
}
