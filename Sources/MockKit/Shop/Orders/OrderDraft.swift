/// An order that is about to be made.
package struct OrderDraft: Sendable {
  package let claim: OrderClaim
  package let items: [Order.Item]
  package let address: Order.Address
  /// A coupon is for what the items cost less the member's discount.
  package var price: Order.Price
  /// The group it is bought with, as it was when that began.
  var group: GroupBuy?
  /// What the counter has left, to be noted together with the order.
  var levels: [StockLevel] = []

  /// What a coupon's minimum is held against.
  package var payable: Money { price.amount }
}
