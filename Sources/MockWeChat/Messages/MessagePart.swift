import MockKit

/// Subscribe messages and those who get them.
struct MessagePart: WeChatPart {
  let context: WeChatContext
  private let book: MessageBook

  init(context: WeChatContext) {
    self.context = context
    book = MessageBook(clock: context.clock)
  }

  var endpoints: [WeChatOperation] {
    [
      WeChatOperation(
        .post, "/cgi-bin/message/subscribe/send",
        MessageEndpoint(tokens: context.tokens, book: book))
    ]
  }

  var routes: [Route] {
    [
      Route(.get, "/_control/messages", MessagesHandler(book: book)),
      Route(.post, "/_control/subscriptions", SubscriptionsHandler(book: book)),
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
