package import MockKit
import Synchronization

/// The admin API of a set of mocks: state, clock, link and journal of all its servers.
package struct Console: Sendable {
  private let parts: ConsoleParts
  private let access: ConsoleAccess
  private let wechat: [Route]

  /// - Parameter wechat: the controls of the WeChat platform, below `/_control`.
  package init(_ parts: ConsoleParts, access: ConsoleAccess, wechat: [Route] = []) {
    self.parts = parts
    self.access = access
    self.wechat = wechat.map { route in
      let path = route.path.replacing("/_control", with: "/_admin/v1/wechat", maxReplacements: 1)
      return Route(route.method, path, route.handler)
    }
  }

  package var routes: [Route] {
    let routes = admin + wechat
    let index = Route.answering(.get, "/") { _ in
      try .json(
        ConsoleIndex(servers: parts.addresses.named, routes: routes.map(\.title)))
    }
    return guarded([index] + routes)
  }

  /// What a WeChat platform that runs alone offers on its own port: time, state and journal.
  package var routesBesideWeChat: [Route] {
    guarded(
      ClockRoutes(parts: parts).all + StateRoutes(parts: parts).alone
        + JournalRoutes(parts: parts).all + wechat)
  }

  private func guarded(_ routes: [Route]) -> [Route] {
    routes.map { route in
      Route(route.method, route.path, GuardedHandler(inner: route.handler, access: access))
    }
  }

  private var admin: [Route] {
    HealthRoutes(parts: parts).all + StateRoutes(parts: parts).all + ClockRoutes(parts: parts).all
      + SyncRoutes(parts: parts).all + KeyRoutes(parts: parts).all + JournalRoutes(parts: parts).all
      + FaultRoutes(parts: parts).all
      + [truth]
  }

  private var truth: Route {
    Route(.get, "/_admin/v1/truth", TruthHandler(truth: parts.truth))
  }
}

/// `GET /`: what there is.
struct ConsoleIndex: Encodable {
  let servers: [String: String]
  let routes: [String]
}

extension Route {
  /// A route whose answer is made by a few lines.
  static func answering(
    _ method: Call.Method, _ path: String,
    _ answer: @escaping @Sendable (Call) async throws -> Reply
  ) -> Route {
    Route(method, path, Answering(body: answer))
  }

  /// The same below `/_admin/v1`.
  static func admin(
    _ method: Call.Method, _ path: String,
    _ answer: @escaping @Sendable (Call) async throws -> Reply
  ) -> Route {
    answering(method, "/_admin/v1" + path, answer)
  }
}

private struct Answering: Handler {
  let body: @Sendable (Call) async throws -> Reply

  func answer(_ call: Call) async throws -> Reply { try await body(call) }
}
