/// One HTTP request of an operation, with how its answer is understood.
public final class RequestTemplate: Sendable {
  /// `GET`, `POST`, …; `SUBMIT` for a form.
  public let method: String
  /// The platform whose address and session it uses.
  public let platform: String
  /// A path below the platform's base, or an absolute URL; values are encoded as one segment.
  public let path: Template
  public let query: [Template.Entry]
  public let headers: [Template.Entry]
  public let body: Body
  /// How many redirects are followed; 0 follows none.
  public let follow: Int
  public let timeout: Nanoseconds?
  public let basic: Basic?
  public let lets: [NamedExpression]
  public let errors: [NamedExpression]
  /// `nil` stands for any 2xx.
  public let ok: Located?
  public let out: [NamedExpression]
  /// What the session keeps for later requests of the same actor on the same platform.
  public let session: [NamedExpression]
  public let place: Place

  public enum Body: Sendable {
    case none
    case json(Template)
    case form([Template.Entry])
    case text(Template)
    case multipart([Part])
    /// The page of `path` is fetched and its form filled in, as in a browser.
    case submission(Submission)
  }

  /// One part of a multipart body.
  public struct Part: Sendable {
    public var name: String
    public var content: Content
    public var fileName: Template?
    /// The media type; `nil` leaves the header out.
    public var type: String?

    public enum Content: Sendable {
      case text(Template)
      case file([UInt8])
    }

    public init(name: String, content: Content, fileName: Template?, type: String?) {
      self.name = name
      self.content = content
      self.fileName = fileName
      self.type = type
    }
  }

  /// Which form of a page is sent, and what is written into it.
  public struct Submission: Sendable {
    /// `#register`, `.login`, `[name=x]` or an XPath; `nil` for the form that fits.
    public var form: String?
    public var fields: [Template.Entry]

    public init(form: String?, fields: [Template.Entry]) {
      self.form = form
      self.fields = fields
    }
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
