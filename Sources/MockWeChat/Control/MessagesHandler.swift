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

/// `GET /_control/devices/{openid or phone}/inbox`: the messages as the person reads them.
struct InboxHandler: Handler {
  private struct Inbox: Encodable {
    let items: [InboxMessage]
  }

  let context: WeChatContext

  func answer(_ call: Call) async throws -> Reply {
    try .json(Inbox(items: context.inbox.messages(to: context.people.openids(in: call))))
  }
}

/// `DELETE /_control/devices/{openid or phone}/inbox`.
struct EmptyInboxHandler: Handler {
  let context: WeChatContext

  func answer(_ call: Call) async throws -> Reply {
    context.inbox.empty(context.people.openids(in: call))
    return .empty()
  }
}

extension PeopleBook {
  /// Of the person whom the path names by openid or phone.
  fileprivate func openids(in call: Call) -> Set<String> {
    let person = call.parameters["openid"] ?? ""
    return (try? MobileNumber.check(person)) != nil ? openids(of: person) : [person]
  }
}
