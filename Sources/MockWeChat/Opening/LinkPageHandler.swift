import Foundation
import MockKit

/// `GET /t/{ticket}` and `GET /c`: the page on which somebody lands who opens a URL link, or the text
/// of a code, in a browser. A phone goes on to WeChat, a computer shows a code for the phone.
struct LinkPageHandler: Handler {
  private static let phones = ["iPhone", "iPad", "Android", "MicroMessenger"]

  let opener: Opener

  func answer(_ call: Call) async throws -> Reply {
    let entrance = Entrance(host: call.host, path: call.path, call.query)
    do throws(OpenProblem) {
      guard let entrance else { throw .noEntrance(call.path) }
      let door = try opener.door(entrance, isInside: false)
      return reply(
        LinkPage(door, home: door.book.home).html(
          code: picture(call), scheme: scheme(entrance, call)))
    } catch {
      return reply(LinkPage.html(error.problem), status: error.problem.status)
    }
  }

  /// Where the phone goes on; nothing on a computer and from a code, which WeChat itself scans.
  private func scheme(_ entrance: Entrance, _ call: Call) -> String? {
    guard case .ticket(let ticket, let extra) = entrance, isPhone(call) else { return nil }
    let more = extra.isEmpty ? "" : "&cq=" + LinkText.encodeComponent(extra)
    return "weixin://dl/business/?t=" + ticket + more
  }

  private func picture(_ call: Call) -> PNG? {
    guard !isPhone(call) else { return nil }
    let fields = call.query.sorted { $0.key < $1.key }
      .map { "\($0.key)=\(LinkText.encodeValue($0.value))" }
    let query = fields.isEmpty ? "" : "?" + fields.joined(separator: "&")
    let text = "http://\(call.host)\(call.path)\(query)"
    return QRCode(text).map {
      PNG(CodeRaster($0, width: 280), line: [0, 0, 0], hasGround: true, comment: text)
    }
  }

  private func isPhone(_ call: Call) -> Bool {
    let agent = call.headers["user-agent"] ?? ""
    return Self.phones.contains { agent.contains($0) }
  }

  private func reply(_ html: String, status: Int = 200) -> Reply {
    Reply(
      status: status, contentType: "text/html; charset=utf-8",
      headers: [Reply.Header("Cache-Control", "no-store")], body: Data(html.utf8))
  }
}
