/// `GET /_control/link`: this server's direction of the link.
struct ShowLinkHandler: Handler {
  let relay: LinkRelay

  func answer(_ call: Call) async throws -> Reply {
    try .json(LinkView(relay))
  }
}
