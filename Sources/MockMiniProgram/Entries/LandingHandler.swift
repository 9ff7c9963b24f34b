import Foundation
import MockKit

/// `POST /api/landings`: a page was opened, and got what `onLoad` gets. Who it is says the session,
/// else a code of `wx.login`; without both somebody came.
struct LandingHandler: Handler {
  private struct Body: Decodable {
    let params: [String: String]
    let scene: Int
    let code: String?

    /// A code carries it as its `scene`, encoded; a link in its query.
    var key: String? { params["scene"]?.removingPercentEncoding ?? params["entry"] }
  }

  private struct Landing: Encodable {
    let visitId: String
    let entryKey: String
    let page: String
    let source: String
    let sku: String?
    let channel: EntryChannel
    let memberId: String?
    /// By what the website's front end knew whom it showed the entry, to go on with here.
    let visitor: String?
  }

  let shop: Shop
  let wechat: WeChatClient

  func answer(_ call: Call) async throws -> Reply {
    let body = try call.decode(Body.self)
    guard let key = body.key else {
      throw InvalidRequest(
        field: "params", reason: .outside("what `onLoad` got: with `scene` of a code, or `entry`"))
    }
    let entry = try await shop.landed(key, for: call)
    let member = try await shop.guest(of: call)
    let user: WeChatUser? =
      if let code = body.code { try await wechat.user(code: code) } else { nil }
    return try await shop.change(for: call) { change in
      let visit = EntryVisit(
        visitId: "ev_" + Hexadecimal.random(bytes: 10), entryKey: key, scene: body.scene,
        openid: user?.openid, memberId: try member ?? user.flatMap(change.member),
        openedAt: change.timestamp)
      try change.note(visit)
      let landing = Landing(
        visitId: visit.visitId, entryKey: key, page: entry.page, source: entry.source,
        sku: entry.sku, channel: visit.channel, memberId: visit.memberId,
        visitor: entry.visitor)
      return try change.answer(try .json(landing, status: 201))
    }
  }
}
