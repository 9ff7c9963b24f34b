import Foundation

/// A link or code, read as far as its text tells.
enum Entrance: Sendable, Equatable {
  /// One that was made here, and what was added to it behind `cq=`.
  case ticket(String, extra: String)
  /// A scheme that somebody wrote without asking for it.
  case plain(appid: String, Destination)
  case code(CodeText)

  private static let shortLink = "#小程序://"
  private static let scheme = "weixin://dl/business/"
  private static let hosts = [URLLinkEndpoint.host, "wxmpurl.cn"]
  /// Of what is added, in characters before it is encoded.
  private static let longestExtra = 256
  private static let longestPlainQuery = 512

  init?(_ text: String) {
    if text.hasPrefix(Self.shortLink) {
      guard let last = text.split(separator: "/").last else { return nil }
      self = .ticket(String(last), extra: "")
      return
    }
    guard let url = URLComponents(string: text) else { return nil }
    let items = (url.queryItems ?? []).map { ($0.name, $0.value ?? "") }
    let fields = Dictionary(items, uniquingKeysWith: { first, _ in first })
    if text.hasPrefix(Self.scheme) {
      self.init(scheme: fields)
    } else {
      self.init(host: url.host ?? "", path: url.path, fields)
    }
  }

  private init?(scheme fields: [String: String]) {
    if let ticket = fields["t"] {
      self.init(ticket: ticket, fields)
      return
    }
    let query = fields["query"] ?? ""
    guard let appid = fields["appid"], let path = fields["path"], !path.isEmpty,
      !path.contains("?"), query.count <= Self.longestPlainQuery, LinkText.isQuery(query),
      let version = AppVersion(rawValue: fields["env_version"] ?? "release")
    else { return nil }
    self = .plain(appid: appid, Destination(path: path, query: query, version: version))
  }

  /// Whatever the host is: the mock goes by many names.
  init?(host: String, path: String, _ fields: [String: String]) {
    let parts = path.split(separator: "/").map(String.init)
    switch (parts.first, parts.count) {
    case ("c", 1):
      guard let code = CodeText(fields) else { return nil }
      self = .code(code)
    case ("t", 2): self.init(ticket: parts[1], fields)
    case (let ticket?, 1) where Self.hosts.contains(host): self.init(ticket: ticket, fields)
    default: return nil
    }
  }

  private init?(ticket: String, _ fields: [String: String]) {
    let extra = fields["cq"] ?? ""
    guard extra.count <= Self.longestExtra, LinkText.isQuery(extra) else { return nil }
    self = .ticket(ticket, extra: extra)
  }
}
