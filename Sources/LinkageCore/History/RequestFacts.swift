/// What a request was sent with besides its headers and body; what is usual is left out.
public struct RequestFacts: Sendable, Hashable, Codable {
  /// How long the whole of it could take.
  public var timeout: Nanoseconds
  /// How many redirects could be followed; `nil` for none.
  public var follow: Int?
  /// The `Cookie` header of the first request as it was sent, its values masked.
  public var cookie: String?
  /// `user:password` of basic authentication, the password masked.
  public var basic: String?
  /// How many bytes the body has, where the text that is kept is not all of it.
  public var cutBody: Int?
  /// How many bytes the body has, where it is no text.
  public var binaryBody: Int?
  /// How each fingerprint in URL, header values, cookie, `basic` and body is spelled, in this
  /// order; `nil` where every secret stands there as it is.
  public var spellings: [Spelling]?

  /// How a secret stands in a request.
  public enum Spelling: String, Sendable, Hashable, Codable {
    /// As it is.
    case plain
    /// In a path or query: everything but unreserved characters as `%XX` (RFC 3986).
    case percent
    /// In what a form sends: as `percent`, but `*` stays, `~` is `%7E` and a space `+`.
    case form
    /// Inside a JSON string.
    case json
    /// In another way, such as base64.
    case other
  }

  public init(
    timeout: Nanoseconds, follow: Int? = nil, cookie: String? = nil, basic: String? = nil,
    cutBody: Int? = nil, binaryBody: Int? = nil, spellings: [Spelling]? = nil
  ) {
    self.timeout = timeout
    self.follow = follow
    self.cookie = cookie
    self.basic = basic
    self.cutBody = cutBody
    self.binaryBody = binaryBody
    self.spellings = spellings
  }
}
