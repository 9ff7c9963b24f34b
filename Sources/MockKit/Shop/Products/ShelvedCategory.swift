/// A category and where it stands. Also `category.added` on the link.
struct ShelvedCategory: Sendable, Equatable, Codable {
  let category: String
  let name: String
  let nameEn: String
  /// From 0.
  let position: Int

  init(_ category: Category, at position: Int) {
    (self.category, name, nameEn) = (category.category, category.name, category.nameEn)
    self.position = position
  }
}
