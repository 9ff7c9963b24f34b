import Foundation

/// `GET /docs`: the document to read. It loads nothing from elsewhere, and may not.
struct DocsHandler: Handler {
  private static let policy =
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; "
    + "form-action 'none'"

  let documentation: Documentation

  func answer(_ call: Call) async throws -> Reply {
    let language = try DocsLanguage(of: call)
    let page = DocsPage(
      document: try documentation.document(), accounts: documentation.accounts,
      base: Self.base(of: call), wechat: documentation.wechat, language: language)
    return Reply(
      status: 200, contentType: "text/html; charset=utf-8",
      headers: [
        Reply.Header("Content-Language", language.tag), Reply.Header("Vary", "Accept-Language"),
        Reply.Header("Cache-Control", "no-cache"),
        Reply.Header("Content-Security-Policy", Self.policy),
      ],
      body: Data(page.html.utf8))
  }

  /// Where the reader found the page.
  private static func base(of call: Call) -> String {
    let host = call.headers["host"] ?? ""
    let isPlain = host.allSatisfy {
      $0.isASCII && ($0.isLetter || $0.isNumber || ".:-[]".contains($0))
    }
    return "http://" + (isPlain && !host.isEmpty ? host : "127.0.0.1")
  }
}
