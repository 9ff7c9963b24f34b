import GRDB

/// What somebody wants to buy, and what it costs by the catalogue and the rules of this side.
struct Basket: Sendable {
  let items: [Order.Item]
  /// Without a coupon.
  let price: Order.Price

  init(
    _ lines: [OrderRequest.Line], of member: String, in database: Database
  ) throws {
    let products = try lines.enumerated().map { index, line in
      guard let product = try Products.find(line.sku, in: database) else {
        throw InvalidRequest(
          field: "items[\(index)].sku", reason: .outside("the sku of a product"))
      }
      return product
    }
    items = zip(products, lines).map { product, line in
      Order.Item(
        sku: product.sku, name: product.name, quantity: line.quantity, price: product.price)
    }
    let goods = zip(products, items).map { ($0.category, $1.price.fen * $1.quantity) }
    let sum = Money(fen: goods.reduce(0) { $0 + $1.1 })
    let level = try Members.require(member, in: database).level
    price = Order.Price(
      items: sum, member: level.discount(of: sum),
      full: try Self.reduction(of: goods, in: database))
  }

  /// By the list price of what the rule is for.
  private static func reduction(
    of goods: [(category: String, fen: Int)], in database: Database
  ) throws -> Money {
    let saved = try Campaigns.active(.fullReduction, in: database).map { campaign in
      let meant = goods.filter { campaign.category == nil || $0.category == campaign.category }
      return campaign.reduction(of: Money(fen: meant.reduce(0) { $0 + $1.fen })).fen
    }
    return Money(fen: saved.reduce(0, +))
  }
}
