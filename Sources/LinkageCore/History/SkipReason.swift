public enum SkipReason: Sendable, Hashable, Codable {
  case when
  case missingReference(String)
  case writesDenied(operation: String)
  case notOnTarget(operation: String)
}
