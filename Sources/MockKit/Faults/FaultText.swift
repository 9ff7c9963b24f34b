/// A text in both languages.
package struct FaultText: Sendable, Equatable, Codable {
  package let en: String
  package let zh: String

  package init(_ en: String, _ zh: String) {
    self.en = en
    self.zh = zh
  }

  static func oneOf(_ names: [String]) -> FaultText {
    FaultText(names.joined(separator: " or "), " " + names.joined(separator: " 或 "))
  }
}
