import MockKit

/// What leads people from elsewhere into a mini-program: schemes, links and the pictures of codes.
struct LinkPart: WeChatPart {
  let context: WeChatContext
  private let desk: LinkDesk

  init(context: WeChatContext) {
    self.context = context
    desk = LinkDesk(context)
  }

  var endpoints: [WeChatOperation] {
    [
      WeChatOperation(.post, "/wxa/generatescheme", SchemeEndpoint(desk: desk)),
      WeChatOperation(.post, "/wxa/generate_urllink", URLLinkEndpoint(desk: desk)),
      WeChatOperation(.post, "/wxa/genwxashortlink", ShortLinkEndpoint(desk: desk)),
      WeChatOperation(.post, "/wxa/queryscheme", LinkQueryEndpoint(kind: .scheme, desk: desk)),
      WeChatOperation(.post, "/wxa/query_urllink", LinkQueryEndpoint(kind: .urlLink, desk: desk)),
      WeChatOperation(.post, "/wxa/getwxacodeunlimit", UnlimitedCodeEndpoint(desk: desk)),
      WeChatOperation(
        .post, "/wxa/getwxacode", LimitedCodeEndpoint(shape: .round, desk: desk)),
      WeChatOperation(
        .post, "/cgi-bin/wxaapp/createwxaqrcode",
        LimitedCodeEndpoint(shape: .square, desk: desk)),
    ]
  }

  var routes: [Route] {
    let opener = Opener(desk: desk)
    return [
      Route(
        .post, "/_control/open",
        OpenHandler(opener: opener, people: context.people, seed: context.seed)),
      Route(.post, "/_control/pages", PagesHandler(desk: desk)),
      Route(.post, "/_control/link-quotas", LinkQuotasHandler(desk: desk)),
      Route(.delete, "/_control/link-quotas", ResetLinkQuotasHandler(desk: desk)),
      Route(.get, "/t/{ticket}", LinkPageHandler(opener: opener)),
      Route(.get, "/c", LinkPageHandler(opener: opener)),
    ]
  }

  var keeper: MemoryKeeper {
    MemoryKeeper(
      desk.books.map { book in
        MemoryKeeper {
          book.memory
        } restore: {
          book.memory = $0
        }
      })
  }
}
