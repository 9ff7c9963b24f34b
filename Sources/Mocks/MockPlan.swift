import Foundation
import Logging
import MockCounter
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
    case .counter: try await startCounter()
    }
  }

  private func startWeChat() async throws(MockStartError) -> StartedServer {
    let platform = WeChatPlatform(
      app: seed.app, clock: clock, seed: options.seed, takesAnyCode: options.anyCode)
    let server = try await serve(.wechat, platform.routes, fallback: platform.fallback)
    return StartedServer(name: .wechat, server: server)
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
    let served = APIRules.applied(to: routes, of: shop) + documentation(of: side)
    let server = try await serve(side.server, served)
    return StartedServer(
      name: side.server, server: server, shop: shop, routes: served.map(\.title))
  }

  private func documentation(of side: ShopSide) -> [Route] {
    guard !options.openAPI.isEmpty else { return [] }
    let sources = OpenAPISources(files: options.openAPI)
    return Documentation(
      of: side, sources: sources, accounts: seed.accounts, wechat: { [wechat] in wechat.address }
    ).routes
  }

  private func startCounter() async throws(MockStartError) -> StartedServer {
    let counter: CounterSystem
    do {
      let database = try MockDatabase(
        path: try databasePath("counter"), schema: CounterSchema.migrator)
      try await CounterSchema.seed(seed.products, version: firstStockVersion, in: database)
      counter = CounterSystem(
        database: database, clock: clock, secrets: secrets, staff: Staff(seed.staff),
        environment: link)
    } catch {
      throw .database(server: .counter, reason: "\(error)")
    }
    let server = try await serve(.counter, counter.routes)
    return StartedServer(name: .counter, server: server, counter: counter)
  }

  /// A counter that forgets its stock when it ends must say something newer in its next life, or the
  /// platforms would not believe it.
  private var firstStockVersion: Int {
    forgets ? Int(clock.now / .milliseconds(1)) : 1
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
      let shop = Shop(
        side: side, database: database,
        identifiers: Identifiers(seed: options.seed, side: side, epoch: epoch), clock: clock,
        truth: truth, relay: relay, carrier: carrier,
        desk: OrderDesk(
          stock: StockDesk(environment: link), staff: Staff(seed.staff), clock: clock))
      try await shop.abandonIntents()
      return shop
    } catch {
      throw .database(server: side.server, reason: "\(error)")
    }
  }

  private func openDatabase(of side: ShopSide) throws -> MockDatabase {
    try MockDatabase(path: try databasePath(side.rawValue), schema: ShopSchema.migrator)
  }

  private func databasePath(_ name: String) throws -> String? {
    try options.dataDirectory.map { folder in
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
      return "\(folder)/\(name).sqlite"
    }
  }

  /// A server that runs alone and forgets its counters when it ends must not give out the ids of its
  /// last life again: the other side still knows them.
  private var epoch: UInt64 { forgets ? MonotonicTime.nanoseconds() : 0 }

  private var forgets: Bool { options.only != nil && options.dataDirectory == nil }

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
  /// Of a platform.
  var shop: Shop?
  var counter: CounterSystem?
  /// The titles of a site's routes.
  var routes: [String] = []

  /// Whether the server does nothing by itself just now.
  var isResting: Bool { (shop?.isResting ?? true) && (counter?.isResting ?? true) }

  /// Ends what the server does by itself.
  func stopChores() async {
    await shop?.stopChores()
    await counter?.stop()
  }

  func stop() async {
    await stopChores()
    await server.stop()
    shop?.database.close()
    counter?.database.close()
  }
}
