/// What the counter system has of a product.
package struct StockLevel: Sendable, Equatable, Codable {
  package let sku: String
  /// What can still be sold.
  package let stock: Int
  /// Pieces of orders that are not paid yet.
  package let reserved: Int
  /// Rises by one with every change; a lower one never replaces a higher one.
  package let version: Int

  package init(sku: String, stock: Int, reserved: Int, version: Int) {
    self.sku = sku
    self.stock = stock
    self.reserved = reserved
    self.version = version
  }
}
