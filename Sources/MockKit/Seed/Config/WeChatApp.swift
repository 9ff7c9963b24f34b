extension SeedData {
  /// An app as the WeChat platform knows it.
  package struct App: Sendable, Equatable, Decodable {
    package enum Kind: String, Sendable, Decodable, CaseIterable {
      case mini, web
    }

    package enum Subscriptions: String, Sendable, Decodable, CaseIterable {
      /// Everybody takes all messages.
      case always
      /// Nobody takes a message that was not accepted.
      case strict
    }

    private enum CodingKeys: String, CodingKey {
      case appid, secret, kind, name, originalId, subscriptions, templates, pages, push
      case redirectDomain
      case isBound = "unionid"
    }

    package let appid: String
    package let secret: String
    package let kind: Kind
    /// What people read.
    package let name: String
    /// Such as `gh_0123456789ab`.
    package let originalId: String
    /// Whether it is bound to the company's Open Platform account, so that it learns unionids.
    package let isBound: Bool
    package let subscriptions: Subscriptions
    /// What the app may send to its users.
    package let templates: [WeChatTemplate]
    /// Those that are published, without a leading slash; absent where any page is.
    package let pages: [String]?
    package let push: WeChatPush?
    /// Where a website's login may lead back to; absent where to any host.
    package let redirectDomain: String?

    package init(from decoder: any Decoder) throws {
      let fields = try decoder.container(keyedBy: CodingKeys.self)
      appid = try fields.decode(String.self, forKey: .appid)
      secret = try fields.decode(String.self, forKey: .secret)
      kind = try fields.decodeIfPresent(Kind.self, forKey: .kind) ?? .mini
      name = try fields.decodeIfPresent(String.self, forKey: .name) ?? appid
      originalId =
        try fields.decodeIfPresent(String.self, forKey: .originalId) ?? "gh_\(appid.suffix(12))"
      isBound = try fields.decodeIfPresent(Bool.self, forKey: .isBound) ?? true
      subscriptions =
        try fields.decodeIfPresent(Subscriptions.self, forKey: .subscriptions) ?? .always
      templates = try fields.decodeIfPresent([WeChatTemplate].self, forKey: .templates) ?? []
      pages = try fields.decodeIfPresent([String].self, forKey: .pages)
      push = try fields.decodeIfPresent(WeChatPush.self, forKey: .push)
      redirectDomain = try fields.decodeIfPresent(String.self, forKey: .redirectDomain)
    }

    /// What the bundled back end sends such news with.
    package func template(for use: WeChatTemplate.Use) -> WeChatTemplate? {
      templates.first { $0.use == use }
    }

    /// Whether the page is there, whatever its query.
    package func hasPage(_ page: String) -> Bool {
      guard let pages else { return true }
      let path = page.prefix { $0 != "?" }.drop { $0 == "/" }
      return pages.contains { $0 == path }
    }
  }
}

/// Where the platform sends an app's events and messages.
package struct WeChatPush: Sendable, Equatable, Decodable {
  package enum Mode: String, Sendable, Decodable, CaseIterable {
    case plain, compatible, safe
  }

  package enum Format: String, Sendable, Decodable, CaseIterable {
    case xml, json
  }

  package let url: String
  package let token: String
  /// 43 characters; not needed in plain mode.
  package let encodingAESKey: String?
  package let mode: Mode?
  package let format: Format?

  /// Whether a token is of the platform's form: 3 to 32 letters and digits.
  package static func isToken(_ text: String) -> Bool {
    text.wholeMatch(of: /[A-Za-z0-9]{3,32}/) != nil
  }
}
