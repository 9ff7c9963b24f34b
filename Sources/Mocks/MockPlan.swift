import Foundation
import Logging
import MockKit
import MockMiniProgram
import MockWeChat
import MockWebsite

/// Options that were found sound, and what the servers of one set share.
struct MockPlan: Sendable {
  let options: MockOptions
  let seed: SeedData
  let clock = MockClock()
  let truth = TruthLog()
  let client = WireClient()
  let wechat: WeChatClient
  private let secrets: [LinkSecret]
  private let link: LinkEnvironment
  private let logger: Logger

  init(_ options: MockOptions) throws(MockStartError) {
    self.options = options
    do {
      seed = try SeedData(json: options.seedData)
    } catch {
      throw .invalidSeed(error)
    }
    let texts = [options.linkSecret] + (options.olderLinkSecret.map { [$0] } ?? [])
    secrets = texts.compactMap(LinkSecret.init)
    guard secrets.count == texts.count else { throw .invalidLinkSecret }
    logger = options.logger ?? Logger(label: "mocks") { _ in SwiftLogNoOpLogHandler() }
    wechat = WeChatClient(client: client, clock: clock, app: seed.app)
    link = LinkEnvironment(
      clock: clock, truth: truth, client: client, seed: options.seed, secret: secrets[0],
      logger: logger)
  }

  var names: [MockServerName] { options.only.map { [$0] } ?? MockServerName.allCases }

  func start(_ name: MockServerName) async throws(MockStartError) -> StartedServer {
    switch name {
    case .web: try await startShop(.web, carrier: Website.carrier)
    case .mini: try await startShop(.mini, carrier: MiniProgram.carrier)
    case .wechat: try await startWeChat()
    }
  }

  private func startWeChat() async throws(MockStartError) -> StartedServer {
    let platform = WeChatPlatform(
      app: seed.app, clock: clock, seed: options.seed, takesAnyCode: options.anyCode)
    let server = try await serve(.wechat, platform.routes, fallback: platform.fallback)
    return StartedServer(name: .wechat, server: server, shop: nil)
  }

  private func startShop(
    _ side: ShopSide, carrier: any SessionCarrier
  ) async throws(MockStartError) -> StartedServer {
    let shop = try await shop(side, carrier: carrier)
    let receiver = LinkReceiver(shop: shop, secrets: secrets)
    let routes =
      side == .web
      ? Website.routes(of: shop, receiver: receiver)
      : MiniProgram.routes(of: shop, wechat: wechat, receiver: receiver)
    let server = try await serve(side.server, Idempotency.taken(by: routes, of: shop))
    return StartedServer(name: side.server, server: server, shop: shop)
  }

  private func shop(
    _ side: ShopSide, carrier: any SessionCarrier
  ) async throws(MockStartError) -> Shop {
    do {
      let database = try openDatabase(of: side)
      let seeder = ShopSeeder(
        data: seed, seed: options.seed, side: side, timestamp: clock.timestamp)
      try await seeder.fill(database)
      let relay = LinkRelay(from: side, database: database, environment: link)
      relay.set(LinkFaults(latency: options.linkLatency, down: options.linkDown))
      return Shop(
        side: side, database: database,
        identifiers: Identifiers(seed: options.seed, side: side, epoch: epoch), clock: clock,
        truth: truth, relay: relay, carrier: carrier)
    } catch {
      throw .database(server: side.server, reason: "\(error)")
    }
  }

  private func openDatabase(of side: ShopSide) throws -> MockDatabase {
    let path = try options.dataDirectory.map { folder in
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
      return "\(folder)/\(side.rawValue).sqlite"
    }
    return try MockDatabase(path: path, schema: ShopSchema.migrator)
  }

  /// A server that runs alone and forgets its counters when it ends must not give out the ids of its
  /// last life again: the other side still knows them.
  private var epoch: UInt64 {
    options.only != nil && options.dataDirectory == nil ? MonotonicTime.nanoseconds() : 0
  }

  private func serve(
    _ name: MockServerName, _ routes: [Route], fallback: (any Handler)? = nil
  ) async throws(MockStartError) -> MockServer {
    do {
      return try await MockServer.start(
        host: options.host, port: options.ports[name] ?? name.defaultPort, routes: routes,
        fallback: fallback, forBrowsers: name != .wechat, logger: logger)
    } catch {
      throw MockStartError(error, server: name)
    }
  }
}

/// One server of a set.
struct StartedServer: Sendable {
  let name: MockServerName
  let server: MockServer
  /// Absent for the WeChat platform.
  let shop: Shop?

  func stop() async {
    await server.stop()
    shop?.database.close()
  }
}
