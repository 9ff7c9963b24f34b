import MockKit

/// The links of all mini-programs.
struct LinkDesk: Sendable {
  private let tokens: TokenBook
  /// The set's mini-program first.
  let books: [LinkBook]

  init(_ context: WeChatContext) {
    tokens = context.tokens
    let others = context.apps.all.filter { $0.kind == .mini && $0.appid != context.app.appid }
    books = ([context.app] + others).map {
      LinkBook(app: $0, clock: context.clock, seed: context.seed)
    }
  }

  /// Of the app whose token the call has; a website has no links.
  func book(of call: Call) throws(WeChatError) -> LinkBook {
    let app = try tokens.check(call.query["access_token"])
    guard let book = book(of: app.appid) else { throw .unauthorized }
    return book
  }

  func book(of appid: String) -> LinkBook? {
    books.first { $0.app.appid == appid }
  }

  /// The app that made the link.
  func book(holding ticket: String) -> LinkBook? {
    books.first { $0.link(ticket) != nil }
  }

  /// Of the app that a control names; the set's mini-program where it names none.
  func book(named appid: String?) throws(OpenProblem) -> LinkBook {
    let appid = appid ?? books[0].app.appid
    guard let book = book(of: appid) else { throw .otherApp(appid) }
    return book
  }
}
