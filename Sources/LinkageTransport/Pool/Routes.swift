import LinkageCore

/// The ways to connect that are in use.
final class Routes {
  private let options: TransportOptions
  private var all: [Route] = []
  private(set) var multis: [Multi] = []
  /// A run has a few for each platform; whoever makes more is not to fill the memory.
  private static let limit = 64

  init(options: TransportOptions) { self.options = options }

  var idleHandles: Int { all.reduce(0) { $0 + $1.idle.count } }

  /// When a multi handle wants its time-outs served, in nanoseconds.
  var deadline: Int64 {
    var first = Int64.max
    for multi in multis where multi.deadline < first { first = multi.deadline }
    return first
  }

  func route(for connection: Connection) -> Route {
    for route in all where route.connection === connection { return route }
    for route in all where route.connection == connection { return route }
    if all.count >= Self.limit { dropUnused() }
    let route = Route(connection, options)
    all.append(route)
    return route
  }

  func multi(of route: Route, for watcher: any SocketWatcher) -> Multi? {
    let count = route.multis.count
    let multi = route.multi(for: watcher)
    if let multi, route.multis.count > count { multis.append(multi) }
    return multi
  }

  func close() {
    for route in all { route.close() }
    all.removeAll()
    multis.removeAll()
  }

  private func dropUnused() {
    for route in all where route.isUnused {
      multis.removeAll { multi in route.multis.contains { $0 === multi } }
      route.close()
    }
    all.removeAll { $0.isUnused }
  }
}
