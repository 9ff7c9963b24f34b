/// Which routes take idempotency keys.
package enum Idempotency {
  private static let required: Set<String> = ["POST /api/orders"]
  private static let opening: Set<String> = ["/api/register", "/api/login"]

  /// The same routes; each unsafe one of the API takes a key.
  package static func taken(by routes: [Route], of shop: Shop) -> [Route] {
    let running = RunningTickets()
    return routes.map { route in
      guard route.method != .get, route.path.hasPrefix("/api/") else { return route }
      let handler = IdempotentHandler(
        inner: route.handler, shop: shop, running: running,
        isRequired: required.contains(route.title), opensSession: opening.contains(route.path))
      return Route(route.method, route.path, handler)
    }
  }
}
