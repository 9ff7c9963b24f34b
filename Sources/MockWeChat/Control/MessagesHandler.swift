import MockKit

/// `GET /_control/messages?openid=`: what users got, the oldest first.
struct MessagesHandler: Handler {
  private struct Inbox: Encodable {
    let items: [MessageBook.Message]
  }

  let book: MessageBook

  func answer(_ call: Call) async throws -> Reply {
    try .json(Inbox(items: book.messages(to: call.query["openid"])))
  }
}

/// `POST /_control/subscriptions` `{openid, accept}`: whether a user wants messages; all do at first.
struct SubscriptionsHandler: Handler {
  private struct Body: Decodable {
    let openid: String
    let accept: Bool
  }

  let book: MessageBook

  func answer(_ call: Call) async throws -> Reply {
    let body = try call.decode(Body.self)
    book.set(body.openid, accepts: body.accept)
    return .empty()
  }
}
