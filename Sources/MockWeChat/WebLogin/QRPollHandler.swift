import Foundation
import MockKit

/// `GET /connect/l/qrconnect?uuid=`: what has become of a picture, as the page asks WeChat. It answers
/// at once, where WeChat's own holds the call until something happens.
struct QRPollHandler: Handler {
  /// Over, or never there.
  private static let over = 402

  let book: QRLoginBook

  func answer(_ call: Call) async throws -> Reply {
    let login = book.find(call.query["uuid"] ?? "").flatMap { book.hasExpired($0) ? nil : $0 }
    let code = if case .confirmed(let code) = login?.phase { code } else { "" }
    let text = "window.wx_errcode=\(login?.phase.number ?? Self.over);window.wx_code='\(code)';"
    return Reply(
      status: 200, contentType: "text/javascript; charset=utf-8",
      headers: [Reply.Header("Cache-Control", "no-store")], body: Data(text.utf8))
  }
}
