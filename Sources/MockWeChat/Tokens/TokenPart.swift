import MockKit

/// Access tokens.
struct TokenPart: WeChatPart {
  let context: WeChatContext

  var endpoints: [WeChatOperation] {
    [
      WeChatOperation(
        .get, "/cgi-bin/token", TokenEndpoint(apps: context.apps, tokens: context.tokens)),
      WeChatOperation(
        .post, "/cgi-bin/stable_token",
        StableTokenEndpoint(
          apps: context.apps, tokens: context.tokens, quotas: context.quotas)),
    ]
  }

  var routes: [Route] { [] }

  var keeper: MemoryKeeper {
    MemoryKeeper { [tokens = context.tokens] in
      tokens.memory
    } restore: { [tokens = context.tokens] in
      tokens.memory = $0
    }
  }
}
