import Foundation
import Logging
import MockConsole
import MockCounter
import MockKit
import MockMiniProgram
import MockWeChat
import MockWebsite

/// Options that were found sound, and what the servers of one set share.
struct MockPlan: Sendable {
  let options: MockOptions
  let seed: SeedData
  let clock: MockClock
  let truth = TruthLog()
  let journal: Journal?
  let locks = DataLocks()
  let client = WireClient()
  let faults: FaultBook
  let wechat: WeChatClient
  /// Absent where nobody needs one.
  let adminToken: String?
  /// Absent where nothing speaks TLS.
  let tls: TLSCredentials?
  /// Of the mini-program's backend; absent where nothing is paid with WeChat.
  let pay: PayClient?
  /// Absent where nothing is paid with WeChat.
  let payKeys: PayKeys?
  private let keys: LinkKeys
  private let epoch = Epoch()
  private let link: LinkEnvironment
  private let logger: Logger

  init(_ options: MockOptions) throws(MockStartError) {
    self.options = options
    seed = try Self.seed(options)
    let texts = [options.linkSecret] + (options.olderLinkSecret.map { [$0] } ?? [])
    let secrets = texts.compactMap(LinkSecret.init)
    guard secrets.count == texts.count else { throw .invalidLinkSecret }
    keys = LinkKeys(secrets)
    payKeys = try Self.payKeys(seed.wechat, options)
    clock = Self.clock(in: options.dataDirectory)
    faults = FaultBook(clock: clock, truth: truth, seed: options.seed)
    journal = [nil, .wechat].contains(options.only) ? Journal() : nil
    logger = options.logger ?? Logger(label: "mocks") { _ in SwiftLogNoOpLogHandler() }
    adminToken =
      ConsoleAccess.isLoopback(options.host)
      ? options.adminToken : options.adminToken ?? Hexadecimal.random(bytes: 16)
    do {
      tls = try options.tls?.credentials(host: options.host)
    } catch {
      throw .tls(error)
    }
    pay = payKeys.flatMap { [client, clock, appid = seed.app.appid] in
      PayClient(keys: $0, appid: appid, clock: clock, client: client)
    }
    wechat = WeChatClient(client: client, clock: clock, app: seed.app)
    link = LinkEnvironment(
      clock: clock, truth: truth, client: client, seed: options.seed, keys: keys,
      epoch: epoch, faults: faults, logger: logger, patience: options.patience)
    do throws(FaultError) {
      for fault in options.faults { try faults.add(fault) }
    } catch {
      throw .invalidFault(error)
    }
  }

  private static func seed(_ options: MockOptions) throws(MockStartError) -> SeedData {
    do {
      var seed = try SeedData(json: options.seedData)
      if let config = options.wechat { seed.wechat = config }
      return seed
    } catch {
      throw .invalidSeed(error)
    }
  }

  private static func payKeys(
    _ config: WeChatConfig, _ options: MockOptions
  ) throws(MockStartError) -> PayKeys? {
    guard let merchant = config.merchant, !options.wechatFiles.isEmpty else { return nil }
    do {
      return try PayKeys(merchant, files: options.wechatFiles)
    } catch {
      throw .payKeys("\(error)")
    }
  }

  private static func clock(in folder: String?) -> MockClock {
    guard let file = folder.map({ ClockFile(path: "\($0)/clock.json") }) else { return MockClock() }
    return MockClock(offset: file.offset ?? .zero, moved: file.keep)
  }

  /// All but the console, which looks at the others.
  var names: [MockServerName] {
    options.only.map { [$0] } ?? MockServerName.allCases.filter { $0 != .console }
  }

  func start(_ name: MockServerName) async throws(MockStartError) -> StartedServer {
    switch name {
    case .web: try await startShop(.web, carrier: Website.carrier)
    case .mini: try await startShop(.mini, carrier: MiniProgram.carrier)
    case .wechat: try await startWeChat()
    case .counter: try await startCounter()
    case .console: throw .consoleAlone
    }
  }

  /// - Parameter addresses: gets to know where the others are.
  func startConsole(
    over servers: [StartedServer], at addresses: ConsoleAddresses
  ) async throws(MockStartError) -> StartedServer {
    let parts = consoleParts(
      at: addresses,
      shops: servers.compactMap(\.shop).sorted { $0.side.rawValue > $1.side.rawValue },
      counter: servers.compactMap(\.counter).first,
      keeper: keeper(servers.compactMap(\.stored), servers.compactMap(\.memory)),
      isResting: { servers.allSatisfy(\.isResting) })
    let console = Console(
      parts, access: access, wechat: servers.compactMap(\.wechat).flatMap(\.controls))
    return StartedServer(name: .console, server: try await serve(.console, console.routes))
  }

  private var access: ConsoleAccess { ConsoleAccess(token: adminToken) }

  private func consoleParts(
    at addresses: ConsoleAddresses, shops: [Shop], counter: CounterSystem?, keeper: StateKeeper,
    isResting: @escaping @Sendable () -> Bool
  ) -> ConsoleParts {
    ConsoleParts(
      addresses: addresses, relays: shops.map(\.relay), keys: keys, epoch: epoch, clock: clock,
      truth: truth, journal: journal ?? Journal(), keeper: keeper,
      planter: planter(shops, counter), client: client, faults: faults, isResting: isResting)
  }

  private func keeper(_ stored: [StoredState], _ memory: [MemoryState]) -> StateKeeper {
    StateKeeper(
      stored: stored, memory: memory, clock: clock, epoch: epoch,
      folder: options.dataDirectory.map { "\($0)/snapshots" })
  }

  /// A platform that runs alone has no console, so it offers what one needs of it by itself.
  private func routesBeside(_ platform: WeChatPlatform, _ stored: [StoredState]) -> [Route] {
    guard options.only == .wechat else { return [] }
    let parts = consoleParts(
      at: ConsoleAddresses(), shops: [], counter: nil,
      keeper: keeper(stored, [platform.memory]), isResting: { platform.isResting })
    return Console(parts, access: access, wechat: platform.controls).routesBesideWeChat
  }

  private func planter(_ shops: [Shop], _ counter: CounterSystem?) -> SeedPlanter {
    SeedPlanter(
      data: seed, seed: options.seed, clock: clock, shops: shops,
      stock: counter.map { ($0.database, CounterSchema.insert) })
  }

  private func startWeChat() async throws(MockStartError) -> StartedServer {
    let pay = try paySetup()
    let platform = WeChatPlatform(
      config: seed.wechat, accounts: seed.accounts, clock: clock, seed: options.seed,
      takesAnyCode: options.anyCode, pay: pay)
    let payments = pay.map { stored(platform, in: $0.database) }
    let routes = platform.routes + routesBeside(platform, payments.map { [$0] } ?? [])
    let server = try await serve(.wechat, routes, fallback: platform.fallback(beside: routes))
    return StartedServer(
      name: .wechat, server: server, wechat: platform, stored: payments, memory: platform.memory)
  }

  private func paySetup() throws(MockStartError) -> PaySetup? {
    guard let payKeys else { return nil }
    do {
      let database = try MockDatabase(
        path: try databasePath("wechat"), schema: PaySchema.migrator)
      return PaySetup(keys: payKeys, database: database, client: client)
    } catch {
      throw .database(server: .wechat, reason: "\(error)")
    }
  }

  private func stored(_ platform: WeChatPlatform, in database: MockDatabase) -> StoredState {
    StoredState(of: .wechat, in: database) { _, _ in
      try MockDatabase(path: nil, schema: PaySchema.migrator)
    } restart: { _ in
      platform.resume()
    }
  }

  private func startShop(
    _ side: ShopSide, carrier: any SessionCarrier
  ) async throws(MockStartError) -> StartedServer {
    let shop = try await shop(side, carrier: carrier)
    let receiver = LinkReceiver(shop: shop, keys: keys)
    let routes =
      side == .web
      ? Website.routes(of: shop, entrances: wechat, receiver: receiver)
      : MiniProgram.routes(of: shop, wechat: wechat, pay: pay, receiver: receiver)
    let served = routes + documentation(of: side)
    let server = try await serve(
      side.server, served, fallback: side == .web ? Website.fallback(routes: served) : nil)
    return StartedServer(
      name: side.server, server: server, shop: shop, stored: stored(shop),
      routes: served.map(\.title))
  }

  private func documentation(of side: ShopSide) -> [Route] {
    guard !options.openAPI.isEmpty else { return [] }
    let sources = OpenAPISources(files: options.openAPI)
    return Documentation(
      of: side, sources: sources, accounts: seed.accounts, wechat: { [wechat] in wechat.address }
    ).routes
  }

  private func stored(_ shop: Shop) -> StoredState {
    StoredState(of: shop.side.server, in: shop.database) { filled, now in
      let database = try MockDatabase(path: nil, schema: ShopSchema.migrator)
      let seeder = seeder(of: shop.side, at: MockClock.timestamp(now))
      filled ? try await seeder.fill(database) : try await ShopSeeder.skip(database)
      return database
    } restart: {
      try shop.relay.restart(in: $0)
      try shop.resumeChores(in: $0)
    }
  }

  private func seeder(of side: ShopSide, at timestamp: String) -> ShopSeeder {
    ShopSeeder(data: seed, seed: options.seed, side: side, timestamp: timestamp)
  }

  private func startCounter() async throws(MockStartError) -> StartedServer {
    let counter: CounterSystem
    do {
      let database = try MockDatabase(
        path: try databasePath("counter"), schema: CounterSchema.migrator)
      try await CounterSchema.seed(seed.products, version: firstStockVersion, in: database)
      counter = CounterSystem(
        database: database, clock: clock, keys: keys, epoch: epoch, staff: Staff(seed.staff),
        environment: link)
    } catch {
      throw .database(server: .counter, reason: "\(error)")
    }
    let server = try await serve(.counter, counter.routes)
    return StartedServer(
      name: .counter, server: server, counter: counter, stored: stored(counter))
  }

  private func stored(_ counter: CounterSystem) -> StoredState {
    StoredState(of: .counter, in: counter.database) { filled, _ in
      let database = try MockDatabase(path: nil, schema: CounterSchema.migrator)
      try await CounterSchema.seed(filled ? seed.products : [], version: 1, in: database)
      return database
    } restart: { _ in
      counter.resume()
    }
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
      try await seeder(of: side, at: clock.timestamp).fill(database)
      let relay = LinkRelay(from: side, database: database, environment: link)
      relay.set(LinkFaults(latency: options.linkLatency, down: options.linkDown))
      let shop = Shop(
        side: side, database: database,
        identifiers: Identifiers(seed: options.seed, side: side, epoch: idEpoch), clock: clock,
        truth: truth, relay: relay, carrier: carrier,
        desk: OrderDesk(
          stock: StockDesk(of: side, environment: link), staff: Staff(seed.staff), clock: clock))
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
      try locks.take("\(folder)/\(name).lock")
      return "\(folder)/\(name).sqlite"
    }
  }

  /// A server that runs alone and forgets its counters when it ends must not give out the ids of its
  /// last life again: the other side still knows them.
  private var idEpoch: UInt64 { forgets ? MonotonicTime.nanoseconds() : 0 }

  private var forgets: Bool { options.only != nil && options.dataDirectory == nil }

  private func serve(
    _ name: MockServerName, _ routes: [Route], fallback: (any Handler)? = nil
  ) async throws(MockStartError) -> ServedPorts {
    let port = options.ports[name] ?? name.defaultPort
    var served = ServedPorts(plain: try await listen(name, port, routes, fallback, nil))
    guard let options = options.tls, let tls else { return served }
    do throws(MockStartError) {
      let port = options.port(of: name)
      served.secure = try await listen(name, port, routes, fallback, tls.identity)
    } catch {
      await served.stop()
      throw error
    }
    return served
  }

  private func listen(
    _ name: MockServerName, _ port: Int, _ routes: [Route], _ fallback: (any Handler)?,
    _ identity: ServerIdentity?
  ) async throws(MockStartError) -> MockServer {
    do {
      return try await MockServer.start(
        host: options.host, port: port, routes: routes, fallback: fallback,
        forBrowsers: [.web, .mini].contains(name), identity: identity,
        journal: name == .console
          ? nil : journal.map { ServerJournal($0, of: name, clock: clock) },
        bodyLimit: name == .wechat ? WeChatPlatform.bodyLimit : 1 << 20, logger: logger)
    } catch {
      throw MockStartError(error, server: name)
    }
  }
}
