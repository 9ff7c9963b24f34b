import Foundation
import MockKit

/// `GET /theme.css`: the theme as the pages wear it.
struct ThemeSheet: Handler {
  let shop: Shop

  func answer(_ call: Call) async throws -> Reply {
    Reply(
      status: 200, contentType: "text/css; charset=utf-8",
      headers: [
        Reply.Header("Cache-Control", "no-cache"),
        Reply.Header("X-Content-Type-Options", "nosniff"),
      ], body: Data(Self.sheet(try await shop.theme()).utf8))
  }

  /// Text and ground of the theme are those of light pages; dark ones have their own.
  private static func sheet(_ theme: Theme) -> String {
    """
    :root{--radius:\(theme.cornerRadius)px;--body:\(theme.bodyFont);--heading:\(theme.headingFont)}
    @media(prefers-color-scheme:light){:root{--brand:\(theme.primaryColor);--ink:\(theme.textColor);\
    --ground:\(theme.backgroundColor)}}
    @media(prefers-color-scheme:dark){:root{--brand:\(theme.primaryColorDark)}}
    """
  }
}
