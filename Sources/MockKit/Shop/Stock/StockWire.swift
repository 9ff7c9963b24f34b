/// `POST /api/reservations` of the counter system.
package struct StockReservation: Sendable, Codable {
  package struct Item: Sendable, Codable, Equatable {
    package let sku: String
    package let quantity: Int

    package init(sku: String, quantity: Int) {
      self.sku = sku
      self.quantity = quantity
    }
  }

  package let orderId: String
  package let side: ShopSide
  package let items: [Item]
}

/// `POST /api/reservations/changes`: what became of orders, in the order in which it did.
package struct StockChanges: Sendable, Codable {
  package enum Action: String, Sendable, Codable {
    /// The order is paid.
    case confirm
    /// The order is cancelled, refunded or was never made.
    case release
  }

  package struct Change: Sendable, Codable {
    package let orderId: String
    package let action: Action
  }

  package let changes: [Change]
}

/// What the counter has after that.
package struct StockAnswer: Sendable, Codable {
  package let items: [StockLevel]

  package init(items: [StockLevel]) {
    self.items = items
  }
}
