/// What the staff may write into the catalogue.
enum CatalogueText {
  static func check(_ text: String, field: String) throws(InvalidRequest) {
    guard (1...60).contains(text.count) else {
      throw InvalidRequest(field: field, reason: .outside("1 to 60 characters long"))
    }
  }

  /// A word for programs, such as `tea`.
  static func check(word: String, field: String) throws(InvalidRequest) {
    let allowed = Set("abcdefghijklmnopqrstuvwxyz0123456789-")
    guard (1...40).contains(word.count), word.allSatisfy(allowed.contains) else {
      throw InvalidRequest(field: field, reason: .outside("1 to 40 of a-z, 0-9 and -"))
    }
  }
}

extension Category {
  func check() throws(InvalidRequest) {
    try CatalogueText.check(word: category, field: "category")
    try CatalogueText.check(name, field: "name")
    try CatalogueText.check(nameEn, field: "nameEn")
  }
}

extension Money {
  /// Within these, no order comes to more than can be counted.
  func checkAsPrice(of field: String) throws(InvalidRequest) {
    guard (1...100_000_000).contains(fen) else {
      throw InvalidRequest(field: field, reason: .outside("\"0.01\" to \"1000000.00\""))
    }
  }
}
