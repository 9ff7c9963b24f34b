import MockKit

/// Checks of what users write and show.
struct SafetyPart: WeChatPart {
  let context: WeChatContext
  private let verdicts = VerdictBook()

  init(context: WeChatContext) {
    self.context = context
  }

  var endpoints: [WeChatOperation] {
    [
      WeChatOperation(
        .post, "/wxa/msg_sec_check", TextCheckEndpoint(context: context, verdicts: verdicts)),
      WeChatOperation(
        .post, "/wxa/img_sec_check",
        ImageCheckEndpoint(tokens: context.tokens, verdicts: verdicts)),
    ]
  }

  var routes: [Route] {
    [
      Route(.get, "/_control/verdicts", VerdictsHandler(verdicts: verdicts)),
      Route(.post, "/_control/verdicts", AddVerdictHandler(verdicts: verdicts)),
      Route(.delete, "/_control/verdicts", ForgetVerdictsHandler(verdicts: verdicts)),
    ]
  }

  var keeper: MemoryKeeper {
    MemoryKeeper { [verdicts] in
      verdicts.memory
    } restore: { [verdicts] in
      verdicts.memory = $0
    }
  }
}
