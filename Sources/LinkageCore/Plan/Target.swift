/// How one real system is spoken to.
public struct Target: Sendable {
  public var name: String
  public var platforms: [Platform]
  /// When false, only operations that write nothing may run.
  public var allowsWrites: Bool
  /// Actors that exist already: name and fields.
  public var accounts: [Account]

  public struct Platform: Sendable {
    public var name: String
    /// Scheme, host and port, without a slash at the end.
    public var base: String
    public var keepsCookies: Bool
    public var sessionHeaders: [Template.Entry]
    public var timeout: Nanoseconds?
    /// At most this many requests in flight at once.
    public var inFlight: Int?
    public var place: Place?

    public init(
      name: String, base: String, keepsCookies: Bool, sessionHeaders: [Template.Entry],
      timeout: Nanoseconds?, inFlight: Int?, place: Place?
    ) {
      self.name = name
      self.base = base
      self.keepsCookies = keepsCookies
      self.sessionHeaders = sessionHeaders
      self.timeout = timeout
      self.inFlight = inFlight
      self.place = place
    }
  }

  public struct Account: Sendable {
    public var name: String
    public var fields: [Template.Entry]

    public init(name: String, fields: [Template.Entry]) {
      self.name = name
      self.fields = fields
    }
  }

  public init(name: String, platforms: [Platform], allowsWrites: Bool, accounts: [Account]) {
    self.name = name
    self.platforms = platforms
    self.allowsWrites = allowsWrites
    self.accounts = accounts
  }
}
