/// A text in both languages; one given alone serves for both.
public struct LocalizedText: Sendable, Hashable, Codable {
  public var english: String
  public var chinese: String

  public init(english: String, chinese: String) {
    self.english = english
    self.chinese = chinese
  }

  public init(_ both: String) { self.init(english: both, chinese: both) }

  public subscript(language: Language) -> String {
    language == .chinese ? chinese : english
  }
}
