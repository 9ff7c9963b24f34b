import LinkageCore

/// Follows redirects one by one, so that what is meant for one host alone does not travel on:
/// libcurl itself withholds only `Authorization` and `Cookie` from another one.
struct RedirectChain {
  var request: HTTPRequest
  var send: @Sendable (HTTPRequest) async -> HTTPExchange

  /// What says nothing about who asks.
  private static let harmless: Set = [
    "accept", "accept-language", "content-type", "traceparent", "user-agent",
  ]

  static func isNeeded(for request: HTTPRequest) -> Bool {
    request.follow > 0 && request.headers.contains { !harmless.contains($0.name.lowercased()) }
  }

  /// One exchange from the first sending to the last answer.
  func exchange() async -> HTTPExchange {
    var request = request
    var left = request.follow
    request.follow = 0
    let first = await send(request)
    var last = first
    while left > 0, let next = Self.next(after: last, to: request) {
      request = next
      left -= 1
      last = await send(request)
    }
    return HTTPExchange(
      result: last.result, sent: first.sent, received: last.received, phases: first.phases,
      wire: last.wire, cookie: first.cookie)
  }

  /// What a redirect asks for; `nil` where the answer is none.
  static func next(after exchange: HTTPExchange, to request: HTTPRequest) -> HTTPRequest? {
    guard case .success(let answer) = exchange.result,
      [301, 302, 303, 307, 308].contains(answer.status),
      let location = answer.headers.first(where: { $0.name == "location" })?.value,
      let url = url(location, from: answer.url)
    else { return nil }
    var next = request
    next.url = url
    if WebOrigin(of: url) != WebOrigin(of: request.url) {
      next.headers.removeAll { !harmless.contains($0.name.lowercased()) }
    }
    let becomesGet =
      answer.status == 303
      ? request.method != "HEAD"
      : request.method == "POST" && answer.status < 303
    if becomesGet {
      next.method = "GET"
      next.body = nil
      next.headers.removeAll { $0.name.lowercased() == "content-type" }
    }
    return next
  }

  /// The address that `Location` names, seen from the page that sent it; `nil` for what is none of
  /// the web. Dots in the path are resolved where it is sent.
  static func url(_ location: String, from page: String) -> String? {
    guard let origin = WebOrigin(of: page) else { return nil }
    if let mark = location.firstRange(of: ":"),
      location[..<mark.lowerBound].allSatisfy({ $0.isLetter || $0.isNumber || "+-.".contains($0) })
    {
      return WebOrigin(of: location) == nil ? nil : location
    }
    if location.hasPrefix("//") { return "\(origin.text.prefix { $0 != ":" }):\(location)" }
    if location.hasPrefix("/") { return origin.text + location }
    let path = page.dropFirst(page.firstRange(of: "://").map { page[..<$0.upperBound].count } ?? 0)
      .drop { !"/?#".contains($0) }.prefix { $0 != "?" && $0 != "#" }
    if location.hasPrefix("?") { return origin.text + path + location }
    let folder = path.lastIndex(of: "/").map { path[...$0] } ?? "/"
    return origin.text + folder + location
  }
}
