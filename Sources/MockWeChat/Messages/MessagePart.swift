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
        .post, "/cgi-bin/message/subscribe/send", MessageEndpoint(context: context, book: book)),
      WeChatOperation(
        .get, "/wxaapi/newtmpl/gettemplate", TemplatesEndpoint(tokens: context.tokens)),
    ]
  }

  var routes: [Route] {
    let device = "/_control/devices/{openid}/inbox"
    return [
      Route(.get, "/_control/messages", MessagesHandler(book: book)),
      Route(
        .post, "/_control/subscriptions", SubscriptionsHandler(context: context, book: book)),
      Route(.get, device, InboxHandler(context: context)),
      Route(.delete, device, EmptyInboxHandler(context: context)),
    ]
  }

  var keeper: MemoryKeeper {
    MemoryKeeper { [book, inbox = context.inbox] in
      Memory(book: book.memory, inbox: inbox.memory)
    } restore: { [book, inbox = context.inbox] in
      book.memory = $0.book
      inbox.memory = $0.inbox
    }
  }

  private struct Memory {
    let book: MessageBook.State
    let inbox: InboxBook.State
  }
}
