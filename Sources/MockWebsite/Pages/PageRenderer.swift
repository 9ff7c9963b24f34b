import Foundation
import MockKit
import Mustache

/// Makes pages of templates.
enum PageRenderer {
  /// Read when the first page is asked for: a start is not to wait for it.
  private static let library = Result {
    MustacheLibrary(
      templates: try PageTemplates.all.mapValues { try MustacheTemplate(string: $0) })
  }

  static func page(
    _ template: String, _ context: [String: Any], status: Int, headers: [Reply.Header]
  ) throws -> Reply {
    let text = try library.get().render(context, withTemplate: template) ?? ""
    return Reply(
      status: status, contentType: "text/html; charset=utf-8", headers: headers + safety,
      body: Data(text.utf8))
  }

  /// Pages load nothing from elsewhere, are shown in no frame, and are kept by nobody.
  private static let safety = [
    Reply.Header(
      "Content-Security-Policy",
      "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; form-action 'self'; "
        + "frame-ancestors 'none'; base-uri 'none'"),
    Reply.Header("X-Content-Type-Options", "nosniff"),
    Reply.Header("Referrer-Policy", "same-origin"),
    Reply.Header("Cache-Control", "no-store"),
  ]
}
