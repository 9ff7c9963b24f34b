/// Something to buy, as both platforms show it.
package struct Product: Sendable, Equatable, Codable {
  package let sku: String
  package let name: String
  package let nameEn: String
  /// Yuan, such as `15.98`.
  package let price: Money
  /// What both platforms together have left, as far as this one knows.
  package let stock: Int
}
