import MockConsole
import MockCounter
package import MockKit
import MockMiniProgram
import MockWeChat

/// The website's backend, the mini-program's backend, the WeChat platform and the counter, running.
package final class MockSet: Sendable {
  /// The base URL of each server that this set runs.
  package let urls: [MockServerName: String]
  /// The same by TLS; empty where nothing speaks it.
  package let secureURLs: [MockServerName: String]
  /// The members to log in with.
  package let accounts: [MockAccount]
  /// Those that come along and that everyone may know; none where a file replaced them.
  package let bundledApps: [SeedData.App]
  /// What each site answers, such as `GET /api/orders/{id}`.
  package let routes: [MockServerName: [String]]
  package let truth: TruthLog
  /// What every retry, expiry and signature of the set follows.
  package let clock: MockClock
  private let plan: MockPlan
  private let servers: [StartedServer]

  /// Starts all servers at once, each on its port; they accept connections when this returns.
  package static func start(_ options: MockOptions) async throws(MockStartError) -> MockSet {
    let plan = try MockPlan(options)
    let addresses = ConsoleAddresses()
    let set = MockSet(plan: plan, servers: try await startAll(plan, addresses))
    addresses.urls = set.urls
    do {
      try await set.connect()
    } catch {
      _ = await set.stop(drainFor: .zero)
      throw .database(server: .web, reason: "\(error)")
    }
    return set
  }

  private init(plan: MockPlan, servers: [StartedServer]) {
    self.plan = plan
    self.servers = servers
    routes = Dictionary(uniqueKeysWithValues: servers.map { ($0.name, $0.routes) })
    truth = plan.truth
    clock = plan.clock
    accounts = MockAccount.all(of: plan.seed, seed: plan.options.seed)
    bundledApps = plan.options.wechat == nil ? plan.seed.wechat.apps : []
    urls = Dictionary(
      uniqueKeysWithValues: servers.map {
        ($0.name, "http://\(plan.options.host):\($0.server.port)")
      })
    let secure = servers.compactMap { server in
      server.server.secure.map { (server.name, "https://\(plan.options.host):\($0.port)") }
    }
    secureURLs = Dictionary(uniqueKeysWithValues: secure)
  }

  private static func startAll(
    _ plan: MockPlan, _ addresses: ConsoleAddresses
  ) async throws(MockStartError) -> [StartedServer] {
    let servers = try await startServers(plan)
    guard plan.options.only == nil else { return servers }
    do throws(MockStartError) {
      return servers + [try await plan.startConsole(over: servers, at: addresses)]
    } catch {
      for started in servers { await started.stop() }
      throw error
    }
  }

  private static func startServers(
    _ plan: MockPlan
  ) async throws(MockStartError) -> [StartedServer] {
    let results = await withTaskGroup { group in
      for name in plan.names {
        group.addTask { () async -> Result<StartedServer, MockStartError> in
          do throws(MockStartError) {
            return .success(try await plan.start(name))
          } catch {
            return .failure(error)
          }
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    do {
      return try results.map { result throws(MockStartError) in try result.get() }
    } catch {
      for case .success(let started) in results { await started.stop() }
      throw error
    }
  }

  /// Tells the servers where the others are.
  private func connect() async throws {
    plan.wechat.connect(to: url(of: .wechat))
    plan.pay?.connect(
      to: url(of: .wechat), notify: "\(url(of: .mini))/_wechat/pay-notify")
    for case let shop? in servers.map(\.shop) {
      try await shop.relay.connect(to: url(of: shop.side.other.server))
      shop.startChores(counter: url(of: .counter))
      guard shop.side == .mini else { continue }
      MiniProgram.startMessages(of: shop, plan.wechat, plan.seed.app)
      if let pay = plan.pay { MiniProgram.startPayments(of: shop, pay) }
    }
    for server in servers { server.wechat?.start() }
    let platforms = ShopSide.allCases.map { ($0, url(of: $0.server)) }
    for case let counter? in servers.map(\.counter) {
      counter.start(platforms: Dictionary(uniqueKeysWithValues: platforms))
    }
  }

  private func url(of name: MockServerName) -> String {
    let options = plan.options
    let port = options.ports[name] ?? name.defaultPort
    return urls[name] ?? options.peers[name] ?? "http://\(options.host):\(port)"
  }

  /// The certificate that clients are to trust, PEM; nothing where nothing speaks TLS.
  package var authorityPath: String? { plan.tls?.authorityPath }

  /// What the console asks for; nothing where it asks nobody.
  package var adminToken: String? { plan.adminToken }

  /// What goes wrong in this set; may be changed while it runs.
  package var faults: FaultBook { plan.faults }

  /// What came of each fault, in the order in which they were added.
  package var faultReports: [FaultReport] { plan.faults.reports }

  private var relays: [LinkRelay] { servers.compactMap(\.shop?.relay) }

  /// Sets what is wrong with the link, in one direction or in both.
  package func setLink(_ faults: LinkFaults, direction: LinkDirection? = nil) {
    for relay in relays where direction == nil || relay.direction == direction {
      relay.set(faults)
    }
  }

  /// For each direction that this set carries.
  package var linkStatus: [LinkDirection: LinkStatus] {
    Dictionary(uniqueKeysWithValues: relays.map { ($0.direction, $0.status) })
  }

  /// Whether nothing is on its way and nobody works on what has come due. What waits for somebody who
  /// does not answer does not count.
  package var isQuiet: Bool {
    // Chores may put something on the link, and what arrives may wake them.
    relays.allSatisfy { $0.status.pending == 0 } && servers.allSatisfy(\.isResting)
      && relays.allSatisfy { $0.status.pending == 0 }
  }

  /// Events that were given up.
  package func deadLetters(_ direction: LinkDirection) async throws -> [DeadLetter] {
    guard let relay = relays.first(where: { $0.direction == direction }) else { return [] }
    return try await relay.deadLetters()
  }

  /// Gives the events that were given up a new life, and a disabled link, too.
  package func resumeLink() async throws {
    for relay in relays {
      try await relay.replayDeadLetters()
      relay.resume()
    }
  }

  /// Delivers what is under way, at most that long, and ends the servers.
  package func stop(drainFor limit: Duration) async -> MockStopReport {
    let left = await withTaskGroup { group in
      for relay in relays {
        group.addTask { (relay.direction, await relay.drain(for: limit)) }
      }
      return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
    }
    for relay in relays { await relay.stop() }
    for server in servers { await server.stopChores() }
    plan.faults.stop()
    plan.client.close()
    plan.journal?.close()
    for server in servers { await server.stop() }
    plan.locks.release()
    return MockStopReport(undelivered: left)
  }
}
