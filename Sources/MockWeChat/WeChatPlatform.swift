package import MockKit

/// The server API of the WeChat platform, for a company's apps.
package struct WeChatPlatform: Sendable {
  private let parts: [any WeChatPart]
  private let requestIDs: RequestIDs
  private let gate: WeChatGate
  private let pay: PayPart?

  /// In bytes: room for a form with a picture that is too large, so that its own error says so.
  package static let bodyLimit = 4 << 20

  /// - Parameters:
  ///   - accounts: people whom pages offer as their users.
  ///   - takesAnyCode: codes that were never given out log somebody in, too.
  ///   - pay: absent where nothing is paid.
  package init(
    config: WeChatConfig, accounts: [SeedData.Account], clock: MockClock, seed: UInt64,
    takesAnyCode: Bool, pay: PaySetup? = nil
  ) {
    let context = WeChatContext(
      config: config, accounts: accounts, clock: clock, seed: seed, takesAnyCode: takesAnyCode)
    self.pay = pay.map { PayPart(desk: PayDesk($0, context: context), context: context) }
    let own: [any WeChatPart] = [
      PeoplePart(context: context),
      TokenPart(context: context),
      LoginPart(context: context),
      DevicePart(context: context),
      WebLoginPart(context: context),
      MessagePart(context: context),
      LinkPart(context: context),
      SafetyPart(context: context),
      PushPart(context: context),
      ServicePart(context: context),
    ]
    let all = own + (self.pay.map { [$0] } ?? [])
    let paths = all.flatMap(\.endpoints).map(\.path)
    parts = all + [LimitPart(context: context, paths: paths)]
    gate = WeChatGate(context)
    requestIDs = RequestIDs(clock: clock, seed: seed)
  }

  /// Begins what the platform does by itself.
  package func start() {
    pay?.start()
  }

  /// Does at once what has come due.
  package func resume() {
    pay?.desk.chore.wake()
  }

  /// The codes and tokens that were given out, and the messages.
  package var memory: MemoryState {
    let keeper = MemoryKeeper(parts.map(\.keeper))
    return MemoryState(of: .wechat) {
      WeChatMemory(parts: keeper.save())
    } restore: { memory in
      keeper.restore(memory.parts)
    }
  }

  /// Whether no part does anything by itself just now.
  package var isResting: Bool { parts.allSatisfy(\.isResting) }

  /// What people do to the platform, for the console: its paths begin with `/_control`.
  package var controls: [Route] {
    parts.flatMap(\.routes).filter { $0.path.hasPrefix("/_control/") }
  }

  /// Ends what the parts do by themselves.
  package func stop() async {
    for part in parts { await part.stop() }
  }

  package var routes: [Route] {
    [Route(.get, "/health", HealthHandler(server: "wechat"))] + parts.flatMap(\.routes)
      + endpoints.map { Route($0.method, $0.path, handler($0.endpoint)) }
  }

  /// Answers every other path, and the right path with the wrong method.
  ///
  /// - Parameter routes: all that the server answers.
  package func fallback(beside routes: [Route]) -> any Handler {
    let unknown = UnknownEndpoint(routes: endpoints.map { ($0.method, $0.path) })
    let own = routes.filter {
      $0.path.hasPrefix("/_control") || $0.path.hasPrefix("/_admin") || $0.path == "/health"
    }
    return PlatformFallback(
      platform: handler(unknown),
      pay: pay.map { UnknownPayHandler(routes: $0.routes, desk: $0.desk) }, own: own)
  }

  private var endpoints: [WeChatOperation] { parts.flatMap(\.endpoints) }

  private func handler(_ endpoint: any WeChatEndpoint) -> WeChatHandler {
    WeChatHandler(endpoint: endpoint, gate: gate, requestIDs: requestIDs)
  }
}
