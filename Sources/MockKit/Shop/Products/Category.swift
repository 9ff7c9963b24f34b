/// A kind of products, as both platforms show it.
package struct Category: Sendable, Equatable, Codable {
  package let category: String
  package let name: String
  package let nameEn: String
}
