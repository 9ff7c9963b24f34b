import Foundation

/// `GET /api/theme`: without a session.
struct ShowThemeHandler: Handler {
  let shop: Shop

  func answer(_ call: Call) async throws -> Reply {
    try .theme(try await shop.theme(), for: call)
  }
}

/// `GET /api/theme/logo.svg`: a picture, which runs nothing and loads nothing.
struct ShowLogoHandler: Handler {
  private static let policy = "default-src 'none'; style-src 'unsafe-inline'; sandbox"

  let shop: Shop

  func answer(_ call: Call) async throws -> Reply {
    let theme = try await shop.theme()
    let tag = EntityTag(version: theme.version)
    let headers = [tag.header, Reply.Header("Cache-Control", "no-cache")]
    guard !call.knows(tag) else {
      return Reply(status: 304, contentType: nil, headers: headers, body: Data())
    }
    return Reply(
      status: 200, contentType: "image/svg+xml",
      headers: headers + [
        Reply.Header("Content-Security-Policy", Self.policy),
        Reply.Header("X-Content-Type-Options", "nosniff"),
      ], body: Data(theme.logo.utf8))
  }
}

/// `PATCH /api/staff/theme`, on the website.
struct ChangeThemeHandler: Handler {
  let shop: Shop

  func answer(_ call: Call) async throws -> Reply {
    try shop.desk.staff.check(call)
    let patch = try call.decode(ThemePatch.self)
    try patch.check()
    return try await shop.change(for: call) { change in
      let theme = try Themes.current(in: change.database)
      try call.requireMatch(EntityTag(version: theme.version))
      return try change.answer(try .theme(try change.restyle(theme, patch), for: call))
    }
  }
}

extension Reply {
  fileprivate static func theme(_ theme: Theme, for call: Call) throws -> Reply {
    try .json(ThemeView(theme), tag: EntityTag(version: theme.version), for: call)
  }
}
