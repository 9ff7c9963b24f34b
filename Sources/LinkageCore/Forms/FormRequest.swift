/// Which form of a page is to be filled, and with what.
public struct FormRequest: Sendable, Hashable {
  public var html: String
  /// The URL that answered with the page, after redirects.
  public var page: String
  /// `#id`, `.class`, `[name=value]`, `form`, several of them together, or an XPath expression,
  /// which begins with `/` or `(`. Without one it is the only form, or the only one with all
  /// fields.
  public var selector: String?
  public var fields: [Field]

  /// Several values for several controls of one name; none leaves the name out of what is sent.
  /// `true` and `false` check and uncheck a box.
  public struct Field: Sendable, Hashable {
    public var name: String
    public var values: [String]

    public init(name: String, values: [String]) {
      self.name = name
      self.values = values
    }
  }

  public init(html: String, page: String, selector: String?, fields: [Field]) {
    self.html = html
    self.page = page
    self.selector = selector
    self.fields = fields
  }
}
