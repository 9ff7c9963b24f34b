package import MockKit

/// The server API of the WeChat platform, for a company's apps.
package struct WeChatPlatform: Sendable {
  private let parts: [any WeChatPart]
  private let requestIDs: RequestIDs
  private let gate: WeChatGate

  /// - Parameter takesAnyCode: codes that were never given out log somebody in, too.
  package init(config: WeChatConfig, clock: MockClock, seed: UInt64, takesAnyCode: Bool) {
    let context = WeChatContext(
      config: config, clock: clock, seed: seed, takesAnyCode: takesAnyCode)
    let all: [any WeChatPart] = [
      PeoplePart(context: context),
      TokenPart(context: context),
      LoginPart(context: context),
      MessagePart(context: context),
      PushPart(context: context),
      ServicePart(context: context),
      SafetyPart(context: context),
    ]
    let paths = all.flatMap(\.endpoints).map(\.path)
    parts = all + [LimitPart(context: context, paths: paths)]
    gate = WeChatGate(context)
    requestIDs = RequestIDs(clock: clock, seed: seed)
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

  /// Ends what the parts do by themselves.
  package func stop() async {
    for part in parts { await part.stop() }
  }

  /// What people do to the platform, for the console: its paths begin with `/_control`.
  package var controls: [Route] {
    parts.flatMap(\.routes).filter { $0.path.hasPrefix("/_control/") }
  }

  package var routes: [Route] {
    [Route(.get, "/health", HealthHandler(server: "wechat"))] + parts.flatMap(\.routes)
      + endpoints.map { Route($0.method, $0.path, handler($0.endpoint)) }
  }

  /// Answers every other path, and the right path with the wrong method.
  package var fallback: any Handler {
    handler(UnknownEndpoint(routes: endpoints.map { ($0.method, $0.path) }))
  }

  private var endpoints: [WeChatOperation] { parts.flatMap(\.endpoints) }

  private func handler(_ endpoint: any WeChatEndpoint) -> WeChatHandler {
    WeChatHandler(endpoint: endpoint, gate: gate, requestIDs: requestIDs)
  }
}
