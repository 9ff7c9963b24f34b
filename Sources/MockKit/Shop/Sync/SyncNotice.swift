import Foundation

/// What a member is told while what they read may not be the latest.
enum SyncNotice {
  static let text = "数据正在同步中，请稍后查看"

  /// The name of the field and of the header.
  private static let field = "syncNotice"
  private static let header = "X-Sync-Notice"

  /// Reads of what belongs to a member.
  private static let paths = [
    "/api/member", "/api/orders", "/api/after-sales", "/api/points", "/api/coupons",
    "/api/sign-in", "/api/notifications", "/api/favourites", "/api/history",
    "/api/inquiries", "/api/solutions", "/api/prompts",
    "/api/bookings", "/api/packages", "/api/timetable",
    "/api/downloads",
    "/api/referral", "/api/shares", "/api/perks",
    "/api/groups", "/api/draws",
  ]

  /// The same routes; reads of a member's data tell when it is on its way.
  static func shown(by routes: [Route], of shop: Shop) -> [Route] {
    routes.map { route in
      guard route.method == .get, paths.contains(where: route.path.hasPrefix) else { return route }
      return Route(.get, route.path, NoticingHandler(inner: route.handler, shop: shop))
    }
  }

  /// A field at the top of the object, and a header as RFC 8187 writes what is not ASCII.
  static func added(to reply: Reply) -> Reply {
    let plain = CharacterSet.alphanumerics.intersection(CharacterSet(charactersIn: "!"..."~"))
    let encoded = text.addingPercentEncoding(withAllowedCharacters: plain) ?? ""
    return Reply(
      status: reply.status, contentType: reply.contentType,
      headers: reply.headers + [Reply.Header(header, "UTF-8''" + encoded)],
      body: body(of: reply))
  }

  private static func body(of reply: Reply) -> Data {
    guard reply.contentType == "application/json", reply.body.first == UInt8(ascii: "{") else {
      return reply.body
    }
    let rest = reply.body.dropFirst()
    let comma = rest.first == UInt8(ascii: "}") ? "" : ","
    return Data("{\"\(field)\":\"\(text)\"\(comma)".utf8) + rest
  }
}
