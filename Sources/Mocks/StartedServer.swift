import MockKit

/// One server of a set.
struct StartedServer: Sendable {
  let name: MockServerName
  let server: MockServer
  /// Of the two platforms.
  var shop: Shop?
  /// What it keeps in its database.
  var stored: StoredState?
  /// What it keeps in memory alone.
  var memory: MemoryState?

  func stop() async {
    await server.stop()
    stored?.database.close()
  }
}
