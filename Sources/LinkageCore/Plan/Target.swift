/// How one real system is spoken to.
public struct Target: Sendable {
  public var name: String
  public var platforms: [Platform]
  /// When false, only operations that write nothing may run.
  public var allowsWrites: Bool
  /// Actors that exist already: name and fields.
  public var accounts: [Account]
  /// What can be broken, and how.
  public var faults: [Fault]
  /// How its clock is moved; `nil` where it cannot be.
  public var clock: Fault.Action?

  public final class Platform: Sendable {
    public let name: String
    /// Scheme, host and port, without a slash at the end.
    public let base: String
    public let keepsCookies: Bool
    public let sessionHeaders: [Template.Entry]
    /// How long an answer may take; `nil` for `standardTimeout`.
    public let timeout: Nanoseconds?
    /// At most this many requests in flight at once.
    public let inFlight: Int?
    public let rate: Rate?
    public let connection: Connection
    /// Answers larger than this, in bytes, fail; `nil` for the runner's own cap.
    public let maximumAnswer: Int?
    /// Whether requests carry a `traceparent` (W3C Trace Context).
    public let isTraced: Bool
    public let place: Place?

    /// How long an answer may take where nothing says it.
    public static let standardTimeout = Nanoseconds.seconds(10)

    public init(
      name: String, base: String, keepsCookies: Bool, sessionHeaders: [Template.Entry],
      timeout: Nanoseconds?, inFlight: Int?, rate: Rate? = nil,
      connection: Connection = .standard, maximumAnswer: Int? = nil, isTraced: Bool = true,
      place: Place?
    ) {
      self.name = name
      self.base = base
      self.keepsCookies = keepsCookies
      self.sessionHeaders = sessionHeaders
      self.timeout = timeout
      self.inFlight = inFlight
      self.rate = rate
      self.connection = connection
      self.maximumAnswer = maximumAnswer
      self.isTraced = isTraced
      self.place = place
    }

    /// The same platform at another address.
    public func with(base: String) -> Platform {
      Platform(
        name: name, base: base, keepsCookies: keepsCookies, sessionHeaders: sessionHeaders,
        timeout: timeout, inFlight: inFlight, rate: rate, connection: connection,
        maximumAnswer: maximumAnswer, isTraced: isTraced, place: place)
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

  /// At most so many requests in so long.
  public struct Rate: Sendable, Hashable {
    public var count: Int
    public var per: Nanoseconds

    public init(count: Int, per: Nanoseconds) {
      self.count = count
      self.per = per
    }
  }

  /// How a fault is put on the system and taken off again.
  public struct Fault: Sendable {
    /// `mini→web partition`, `partition` for every link, or `*` for every fault.
    public var name: String
    public var on: Action
    public var off: Action

    public struct Action: Sendable {
      public var operation: Operation
      public var with: [Template.Entry]

      public init(operation: Operation, with: [Template.Entry]) {
        self.operation = operation
        self.with = with
      }
    }

    public init(name: String, on: Action, off: Action) {
      self.name = name
      self.on = on
      self.off = off
    }
  }

  public init(
    name: String, platforms: [Platform], allowsWrites: Bool, accounts: [Account],
    faults: [Fault] = [], clock: Fault.Action? = nil
  ) {
    self.name = name
    self.platforms = platforms
    self.allowsWrites = allowsWrites
    self.accounts = accounts
    self.faults = faults
    self.clock = clock
  }
}
