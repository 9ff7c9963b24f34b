import MockKit

/// Pushes users' messages and events to the apps' back ends.
struct PushPart: WeChatPart {
  let context: WeChatContext

  private var desk: PushDesk { context.push }

  var endpoints: [WeChatOperation] { [] }

  var routes: [Route] {
    let path = "/_control/push"
    return [
      Route(.get, path, ShowPushHandler(context: context)),
      Route(.put, path, ChangePushHandler(context: context)),
      Route(.delete, path, EndPushHandler(context: context)),
      Route(.post, "\(path)/events", PushEventHandler(context: context)),
      Route(.get, "\(path)/deliveries", DeliveriesHandler(book: desk.book)),
      Route(.post, "\(path)/deliveries/{id}/resend", ResendHandler(context: context)),
    ]
  }

  var keeper: MemoryKeeper {
    MemoryKeeper { [desk] in
      desk.book.memory
    } restore: { [desk] in
      desk.book.memory = $0
      desk.courier.wake()
    }
  }

  var isResting: Bool { desk.courier.isResting }

  func stop() async { await desk.courier.stop() }
}
