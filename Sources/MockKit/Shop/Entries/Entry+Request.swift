/// What is asked of whoever makes an entry.
extension Entry {
  static func check(page: String) throws(InvalidRequest) {
    guard (1...128).contains(page.count), !page.hasPrefix("/"), !page.contains("?") else {
      throw InvalidRequest(
        field: "page", reason: .outside("a page such as pages/product/detail, without / and ?"))
    }
  }

  /// What a link hands to the page.
  static func query(_ key: String, sku: String?) -> String {
    "entry=\(key)" + (sku.map { "&sku=\($0)" } ?? "")
  }
}

extension Shop {
  func check(sku: String?) async throws {
    guard let sku else { return }
    guard try await database.read({ try Products.find(sku, in: $0) }) != nil else {
      throw InvalidRequest(field: "sku", reason: .outside("a product of the catalogue"))
    }
  }
}
