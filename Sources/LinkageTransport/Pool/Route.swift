import LinkageCore

/// One way to connect: its multi handles, and transfers set to it that wait to be used again.
///
/// Two ways that differ in anything share nothing: no connection, no TLS session, no handle.
final class Route {
  let connection: Connection
  let proxies: ProxyChoice
  private(set) var multis: [Multi] = []
  private(set) var idle: [Transfer] = []
  private let connections: Int?
  private static let idleHandles = 1024

  init(_ connection: Connection, _ options: TransportOptions) {
    self.connection = connection
    proxies = ProxyChoice(connection.settings.proxy, options.proxies)
    connections = connection.settings.connections.map { options.share.part(of: $0) }
  }

  var isUnused: Bool { multis.allSatisfy { $0.active == 0 } }

  func transfer() -> Transfer? { idle.popLast() }

  func recycle(_ transfer: Transfer) {
    if transfer.isReusable, idle.count < Self.idleHandles { idle.append(transfer) }
  }

  /// The first multi handle that has room: those behind it run dry first. A limit on connections
  /// is one multi handle's to keep.
  func multi(for watcher: any SocketWatcher) -> Multi? {
    for multi in multis where connections != nil || multi.active < Multi.capacity { return multi }
    guard let multi = Multi(watcher: watcher, connections: connections) else { return nil }
    multis.append(multi)
    return multi
  }

  func close() {
    idle.removeAll()
    for multi in multis { multi.close() }
    multis.removeAll()
  }
}
