import MockKit

/// Who is who; there is nothing to ask it.
struct PeoplePart: WeChatPart {
  let context: WeChatContext

  var endpoints: [WeChatOperation] { [] }
  var routes: [Route] { [] }

  var keeper: MemoryKeeper {
    MemoryKeeper { [people = context.people] in
      people.memory
    } restore: { [people = context.people] in
      people.memory = $0
    }
  }
}
