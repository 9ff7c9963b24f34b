/// Something that is done for members at a time of theirs, as both platforms show it.
package struct ShopService: Sendable, Equatable, Codable {
  package let service: String
  package let name: String
  package let nameEn: String
  package let price: Money
  package let minutes: Int
  /// Where it is done.
  package let address: String
}
