/// A language that everything a user reads exists in.
public enum Language: String, Sendable, Codable, CaseIterable {
  case english = "en"
  case chinese = "zh"
}
