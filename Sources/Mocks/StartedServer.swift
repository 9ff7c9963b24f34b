import MockCounter
import MockKit
import MockWeChat

/// One server of a set.
struct StartedServer: Sendable {
  let name: MockServerName
  let server: ServedPorts
  /// Of a platform.
  var shop: Shop?
  var counter: CounterSystem?
  var wechat: WeChatPlatform?
  /// What it keeps in its database.
  var stored: StoredState?
  /// What it keeps in memory alone.
  var memory: MemoryState?
  /// The titles of a site's routes.
  var routes: [String] = []

  /// Whether the server does nothing by itself just now.
  var isResting: Bool {
    (shop?.isResting ?? true) && (counter?.isResting ?? true) && (wechat?.isResting ?? true)
  }

  /// Ends what the server does by itself.
  func stopChores() async {
    await shop?.stopChores()
    await counter?.stop()
    await wechat?.stop()
  }

  func stop() async {
    await stopChores()
    await server.stop()
    stored?.database.close()
  }
}
