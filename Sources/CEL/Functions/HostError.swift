/// Why a host function has no value.
public struct HostError: Error, Sendable, Equatable {
  /// A stable word for programs, such as `no-match`.
  public let code: String
  /// A sentence for people.
  public let message: String

  public init(code: String, message: String) {
    self.code = code
    self.message = message
  }
}
