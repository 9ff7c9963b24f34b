/// A filled form as a browser would submit it.
public struct WebForm: Sendable, Hashable {
  /// An absolute URL without a fragment, and for `GET` without a query: the fields become it.
  public var action: String
  public var method: Method
  public var encoding: Encoding
  /// In the order of the page; line ends are CR LF.
  public var fields: [Field]

  public enum Method: String, Sendable, Hashable {
    case get = "GET"
    case post = "POST"
  }

  /// How the fields travel in a body; of no account for `GET`.
  public enum Encoding: String, Sendable, Hashable {
    case urlencoded = "application/x-www-form-urlencoded"
    case multipart = "multipart/form-data"
    case text = "text/plain"
  }

  public struct Field: Sendable, Hashable {
    public var name: String
    public var value: String
    /// Whether it is a file input, which is sent without a file: in multipart as a part with an
    /// empty file name and the type `application/octet-stream`.
    public var isFile: Bool

    public init(name: String, value: String, isFile: Bool = false) {
      self.name = name
      self.value = value
      self.isFile = isFile
    }
  }

  public init(action: String, method: Method, encoding: Encoding, fields: [Field]) {
    self.action = action
    self.method = method
    self.encoding = encoding
    self.fields = fields
  }
}
