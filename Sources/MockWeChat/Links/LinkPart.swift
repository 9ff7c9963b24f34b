import MockKit

/// What leads people from elsewhere into the mini-program: schemes, links and the pictures of codes.
struct LinkPart: WeChatPart {
  let context: WeChatContext
  private let book: LinkBook

  /// - Parameter pages: those of the app that are released; any without a list.
  init(context: WeChatContext, pages: [String]? = nil) {
    self.context = context
    book = LinkBook(clock: context.clock, seed: context.seed, pages: pages)
  }

  var endpoints: [WeChatOperation] { links + pictures }

  private var links: [WeChatOperation] {
    let (appid, tokens) = (context.app.appid, context.tokens)
    return [
      WeChatOperation(
        .post, "/wxa/generatescheme", SchemeEndpoint(tokens: tokens, book: book)),
      WeChatOperation(
        .post, "/wxa/generate_urllink", URLLinkEndpoint(tokens: tokens, book: book)),
      WeChatOperation(
        .post, "/wxa/genwxashortlink", ShortLinkEndpoint(tokens: tokens, book: book)),
      WeChatOperation(
        .post, "/wxa/queryscheme",
        QueryEndpoint(kind: .scheme, appid: appid, tokens: tokens, book: book)),
      WeChatOperation(
        .post, "/wxa/query_urllink",
        QueryEndpoint(kind: .urlLink, appid: appid, tokens: tokens, book: book)),
    ]
  }

  private var pictures: [WeChatOperation] {
    let (appid, tokens) = (context.app.appid, context.tokens)
    return [
      WeChatOperation(
        .post, "/wxa/getwxacodeunlimit",
        UnlimitedCodeEndpoint(appid: appid, tokens: tokens, book: book)),
      WeChatOperation(
        .post, "/wxa/getwxacode",
        LimitedCodeEndpoint(shape: .round, appid: appid, tokens: tokens, book: book)),
      WeChatOperation(
        .post, "/cgi-bin/wxaapp/createwxaqrcode",
        LimitedCodeEndpoint(shape: .square, appid: appid, tokens: tokens, book: book)),
    ]
  }

  var routes: [Route] {
    let opener = Opener(appid: context.app.appid, book: book)
    return [
      Route(.post, "/_control/open", OpenHandler(opener: opener, seed: context.seed)),
      Route(.post, "/_control/pages", PagesHandler(book: book)),
      Route(.post, "/_control/link-quotas", LinkQuotasHandler(book: book)),
      Route(.get, "/t/{ticket}", LinkPageHandler(opener: opener)),
      Route(.get, "/c", LinkPageHandler(opener: opener)),
    ]
  }

  var keeper: MemoryKeeper {
    MemoryKeeper { [book] in
      book.memory
    } restore: { [book] in
      book.memory = $0
    }
  }
}
