/// Why there is no answer.
public struct TransportFailure: Error, Sendable, Hashable, Codable {
  public var kind: Kind
  /// Whether the request may have reached the server: then its outcome is unknown.
  public var wasSent: Bool
  /// libcurl's own words, in English.
  public var detail: String
  /// `nil` where the kind says it all, and in runs stored before it was recorded.
  public var cause: FailureCause?

  public init(kind: Kind, wasSent: Bool, detail: String, cause: FailureCause? = nil) {
    self.kind = kind
    self.wasSent = wasSent
    self.detail = detail
    self.cause = cause
  }

  public enum Kind: String, Sendable, Hashable, Codable {
    case badURL, badRequest, nameNotResolved, refused, tls, timeout, lost, tooLarge, malformed
    case cancelled, other
  }
}
