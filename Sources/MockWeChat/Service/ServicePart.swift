import MockKit

/// Customer service: what people write to an app, and what it answers.
struct ServicePart: WeChatPart {
  let context: WeChatContext
  private let book: ServiceBook
  private let media: MediaBook

  init(context: WeChatContext) {
    self.context = context
    book = ServiceBook(clock: context.clock)
    media = MediaBook(clock: context.clock, seed: context.seed)
  }

  var endpoints: [WeChatOperation] {
    [
      WeChatOperation(
        .post, "/cgi-bin/message/custom/send",
        ServiceEndpoint(context: context, book: book, media: media)),
      WeChatOperation(
        .post, "/cgi-bin/media/upload", UploadEndpoint(context: context, media: media)),
      WeChatOperation(.get, "/cgi-bin/media/get", MediaEndpoint(context: context, media: media)),
    ]
  }

  var routes: [Route] {
    let path = "/_control/devices/{openid}"
    return [
      Route(
        .post, "\(path)/messages",
        PersonWritesHandler(context: context, book: book, media: media)),
      Route(.get, "\(path)/chat", ChatHandler(context: context, book: book)),
    ]
  }

  var keeper: MemoryKeeper {
    MemoryKeeper([
      MemoryKeeper { [book] in
        book.memory
      } restore: { [book] in
        book.memory = $0
      },
      MemoryKeeper { [media] in
        media.memory
      } restore: { [media] in
        media.memory = $0
      },
    ])
  }
}
