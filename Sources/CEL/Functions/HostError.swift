/// Why a host function has no value.
public struct HostError: Error, Sendable, Hashable {
  /// A stable word for programs, such as `no-match`.
  public let code: String
  /// A sentence for people, in English.
  public let message: String
  /// The same in Chinese; where there is none the English one is told.
  public let chinese: String?

  public init(code: String, message: String, chinese: String? = nil) {
    self.code = code
    self.message = message
    self.chinese = chinese
  }
}
