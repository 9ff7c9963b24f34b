/// Something to buy, as both platforms show it.
package struct Product: Sendable, Equatable, Codable {
  package let sku: String
  package let name: String
  package let nameEn: String
  /// The name of one of the categories.
  package let category: String
  /// Yuan, such as `15.98`.
  package let price: Money
  /// What can still be sold, as far as this platform has heard from the counter system.
  package let stock: Int
  /// How many uses of a service one piece is good for; absent where it is goods.
  package let uses: Int?
  /// Rises by one with every change of anything but the stock.
  package let version: Int

  package init(_ item: SeedData.Item) {
    sku = item.sku
    name = item.name
    nameEn = item.nameEn
    category = item.category
    price = item.price
    stock = item.stock
    uses = item.uses
    version = 1
  }

  init(
    sku: String, name: String, nameEn: String, category: String, price: Money, stock: Int,
    uses: Int?, version: Int
  ) {
    self.sku = sku
    self.name = name
    self.nameEn = nameEn
    self.category = category
    self.price = price
    self.stock = stock
    self.uses = uses
    self.version = version
  }
}
