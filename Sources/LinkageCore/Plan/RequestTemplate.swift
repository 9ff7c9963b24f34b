/// One HTTP request of an operation, with how its answer is understood.
public struct RequestTemplate: Sendable {
  public var method: String
  /// The platform whose address and session it uses.
  public var platform: String
  /// A path below the platform's base, or an absolute URL; values are encoded as one segment.
  public var path: Template
  public var query: [Template.Entry]
  public var headers: [Template.Entry]
  public var body: Body
  /// How many redirects are followed; 0 follows none.
  public var follow: Int
  public var timeout: Nanoseconds?
  public var basic: Basic?
  public var lets: [NamedExpression]
  public var errors: [NamedExpression]
  /// `nil` stands for any 2xx.
  public var ok: Located?
  public var out: [NamedExpression]
  /// What the session keeps for later requests of the same actor on the same platform.
  public var session: [NamedExpression]
  public var place: Place

  public enum Body: Sendable {
    case none
    case json(Template)
    case form([Template.Entry])
    case text(Template)
  }

  public struct Basic: Sendable {
    public var user: Template
    public var password: Template

    public init(user: Template, password: Template) {
      self.user = user
      self.password = password
    }
  }

  public init(
    method: String, platform: String, path: Template, query: [Template.Entry],
    headers: [Template.Entry], body: Body, follow: Int, timeout: Nanoseconds?, basic: Basic?,
    lets: [NamedExpression], errors: [NamedExpression], ok: Located?, out: [NamedExpression],
    session: [NamedExpression], place: Place
  ) {
    self.method = method
    self.platform = platform
    self.path = path
    self.query = query
    self.headers = headers
    self.body = body
    self.follow = follow
    self.timeout = timeout
    self.basic = basic
    self.lets = lets
    self.errors = errors
    self.ok = ok
    self.out = out
    self.session = session
    self.place = place
  }
}
