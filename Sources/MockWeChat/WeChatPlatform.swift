package import MockKit

/// The server API of the WeChat platform, for one app.
package struct WeChatPlatform: Sendable {
  private let app: SeedData.App
  private let clock: MockClock
  private let seed: UInt64
  private let anyCode: AnyCode?
  private let loginCodes: CodeBook
  private let phoneCodes: CodeBook
  private let tokens: TokenBook
  private let messages: MessageBook
  private let requestIDs: RequestIDs

  /// - Parameter takesAnyCode: codes that were never given out log somebody in, too.
  package init(app: SeedData.App, clock: MockClock, seed: UInt64, takesAnyCode: Bool) {
    self.app = app
    self.clock = clock
    self.seed = seed
    anyCode = takesAnyCode ? AnyCode(seed: seed) : nil
    loginCodes = CodeBook(clock: clock, seed: seed, length: 32)
    phoneCodes = CodeBook(clock: clock, seed: seed, length: 64)
    tokens = TokenBook(clock: clock, seed: seed)
    messages = MessageBook(clock: clock)
    requestIDs = RequestIDs(clock: clock, seed: seed)
  }

  /// The codes and tokens that were given out, and the messages.
  package var memory: MemoryState {
    MemoryState(of: .wechat) { [loginCodes, phoneCodes, tokens, messages] in
      WeChatMemory(
        loginCodes: loginCodes.memory, phoneCodes: phoneCodes.memory, tokens: tokens.memory,
        messages: messages.memory)
    } restore: { [loginCodes, phoneCodes, tokens, messages] memory in
      messages.memory = memory.messages
      loginCodes.memory = memory.loginCodes
      phoneCodes.memory = memory.phoneCodes
      tokens.memory = memory.tokens
    }
  }

  package var routes: [Route] {
    [
      Route(.get, "/health", HealthHandler(server: "wechat")),
      Route(
        .post, "/_control/login-codes",
        LoginCodesHandler(seed: seed, loginCodes: loginCodes, phoneCodes: phoneCodes)),
      Route(.get, "/_control/messages", MessagesHandler(book: messages)),
      Route(.post, "/_control/subscriptions", SubscriptionsHandler(book: messages)),
    ] + endpoints.map { Route($0.method, $0.path, handler($0.endpoint)) }
  }

  /// Answers every other path, and the right path with the wrong method.
  package var fallback: any Handler {
    handler(UnknownEndpoint(routes: endpoints.map { ($0.method, $0.path) }))
  }

  private var endpoints: [(method: Call.Method, path: String, endpoint: any WeChatEndpoint)] {
    [
      (
        .get, "/sns/jscode2session",
        SessionEndpoint(app: app, codes: loginCodes, anyCode: anyCode)
      ),
      (.get, "/cgi-bin/token", TokenEndpoint(app: app, tokens: tokens)),
      (.post, "/cgi-bin/stable_token", StableTokenEndpoint(app: app, tokens: tokens)),
      (
        .post, "/wxa/business/getuserphonenumber",
        PhoneNumberEndpoint(
          app: app, tokens: tokens, codes: phoneCodes, anyCode: anyCode, clock: clock)
      ),
      (
        .post, "/cgi-bin/message/subscribe/send",
        MessageEndpoint(app: app, tokens: tokens, book: messages)
      ),
    ]
  }

  private func handler(_ endpoint: any WeChatEndpoint) -> WeChatHandler {
    WeChatHandler(endpoint: endpoint, requestIDs: requestIDs)
  }
}
