import Foundation
import Hummingbird
import HummingbirdCore
import HummingbirdTLS
package import Logging
import NIOCore
import NIOPosix
import ServiceLifecycle

/// A running HTTP server on one port.
package struct MockServer: Sendable {
  /// The port it is bound to.
  package let port: Int
  private let running: Task<Void, any Error>
  private let group: ServiceGroup

  /// Binds and serves; returns once connections are accepted.
  ///
  /// - Parameters:
  ///   - port: 0 takes a free one.
  ///   - fallback: answers what no route does; by default a 404 with the nearest routes.
  ///   - forBrowsers: whether pages of other origins may use it, with their cookies (CORS).
  ///   - identity: with one it speaks TLS.
  ///   - journal: gets every request with its answer.
  ///   - bodyLimit: the largest body that a request may have, in bytes.
  package static func start(
    host: String, port: Int, routes: [Route], fallback: (any Handler)? = nil,
    forBrowsers: Bool = false, identity: ServerIdentity? = nil, journal: ServerJournal? = nil,
    bodyLimit: Int = 1 << 20, logger: Logger
  ) async throws(BindError) -> MockServer {
    let responder = RouteResponder(
      routes: routes, fallback: fallback ?? UnknownRoute(routes: routes),
      forBrowsers: forBrowsers, isSecure: identity != nil, journal: journal,
      bodyLimit: bodyLimit)
    let (bound, announce) = AsyncStream.makeStream(of: Result<Int, any Error>.self)
    let loop = MultiThreadedEventLoopGroup.singleton.next()
    let application = Application(
      responder: responder.build(), server: try builder(identity, host: host, port: port),
      configuration: ApplicationConfiguration(address: .hostname(host, port: port)),
      onServerRunning: { announce.yield(.success($0.localAddress?.port ?? port)) },
      eventLoopGroupProvider: .shared(loop), logger: logger)
    let group = ServiceGroup(
      configuration: ServiceGroupConfiguration(services: [application], logger: logger))
    let running = Task(executorPreference: LoopExecutor(loop)) {
      defer { announce.finish() }
      do {
        try await group.run()
      } catch {
        announce.yield(.failure(error))
        throw error
      }
    }
    switch await bound.first(where: { _ in true }) {
    case .success(let port): return MockServer(port: port, running: running, group: group)
    case .failure(let error): throw BindError(error, host: host, port: port)
    case nil: throw BindError.refused(host: host, port: port, code: ECANCELED)
    }
  }

  private static func builder(
    _ identity: ServerIdentity?, host: String, port: Int
  ) throws(BindError) -> HTTPServerBuilder {
    guard let identity else { return .http1() }
    do {
      return try .tls(.http1(), tlsConfiguration: identity.configuration)
    } catch {
      throw BindError(error, host: host, port: port)
    }
  }

  /// Closes the port, then every connection once it is idle; after a second those that never are.
  ///
  /// In this order, because a connection that is accepted while its server is cancelled ends the
  /// whole process: NIO insists on its being used.
  package func stop() async {
    await group.triggerGracefulShutdown()
    let limit = Task {
      try await Task.sleep(for: .seconds(1))
      running.cancel()
    }
    _ = await running.result
    limit.cancel()
  }
}
