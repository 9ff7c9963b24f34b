/// What all routes of the API have in common.
package enum APIRules {
  private static let required: Set<String> = ["POST /api/orders", "POST /api/groups"]
  private static let opening: Set<String> = ["/api/register", "/api/login"]

  /// The same routes; each unsafe one of the API takes an idempotency key.
  package static func applied(to routes: [Route], of shop: Shop) -> [Route] {
    let running = RunningTickets()
    return routes.map { route in
      let handler = keyed(route, shop, running)
      guard SessionFirst.isNeeded(at: route.path) else {
        return Route(route.method, route.path, handler)
      }
      return Route(route.method, route.path, SessionFirst(inner: handler, shop: shop))
    }
  }

  private static func keyed(_ route: Route, _ shop: Shop, _ running: RunningTickets) -> any Handler
  {
    guard route.method != .get, route.path.hasPrefix("/api/") else { return route.handler }
    return IdempotentHandler(
      inner: route.handler, shop: shop, running: running,
      isRequired: required.contains(route.title), opensSession: opening.contains(route.path))
  }
}
