import GRDB
package import MockKit

/// The counter system of the shops (ERP and POS), which owns the stock: what it says is left is left.
package struct CounterSystem: Sendable {
  package let database: MockDatabase
  private let clock: MockClock
  private let keys: LinkKeys
  private let epoch: Epoch
  private let staff: Staff
  private let teller: StockTeller
  let redemptions: RedemptionDesk
  /// What goes wrong in this set.
  let faults: FaultBook

  /// - Parameter keys: each of them may have signed what the platforms ask.
  package init(
    database: MockDatabase, clock: MockClock, keys: LinkKeys, epoch: Epoch, staff: Staff,
    environment: LinkEnvironment
  ) {
    self.database = database
    self.clock = clock
    self.keys = keys
    self.epoch = epoch
    self.staff = staff
    faults = environment.faults
    redemptions = RedemptionDesk(environment: environment)
    teller = StockTeller(database: database, environment: environment)
  }

  /// Begins to tell the platforms of every change, first of those that they may have missed.
  package func start(platforms: [ShopSide: String]) {
    if let website = platforms[.web] { redemptions.connect(to: website) }
    teller.start(platforms)
  }

  /// Goes on with what the database holds now, which may be another state than a moment ago.
  package func resume() {
    teller.resume()
  }

  package var isResting: Bool { teller.isResting }

  package func stop() async {
    await teller.stop()
  }

  package var routes: [Route] {
    [
      Route(.get, "/health", HealthHandler(server: "counter")),
      Route(.get, "/api/stock", ListStockHandler(counter: self)),
      Route(.get, "/api/stock/{sku}", ShowStockHandler(counter: self)),
      Route(.post, "/api/stock/{sku}/adjustments", AdjustStockHandler(counter: self)),
      Route(.post, "/api/redemptions", RedeemHandler(counter: self)),
      Route(.post, "/api/reservations", ReserveHandler(counter: self)),
      Route(.post, "/api/reservations/changes", ChangeReservationsHandler(counter: self)),
      Route(.get, "/api/reservations/{orderId}", ShowReservationHandler(counter: self)),
    ]
  }

  /// Only a platform that knows the secret may reserve.
  func checkSignature(of call: Call) throws {
    try LinkSignature(of: call).verify(call.body, with: keys.all, now: clock.seconds)
  }

  func checkStaff(_ call: Call) throws {
    try staff.check(call)
  }

  /// Changes the stock in one transaction and tells both platforms what has become of it.
  func change(
    _ call: Call, _ body: @escaping @Sendable (Database, String) throws -> [StockLevel]
  ) async throws -> [StockLevel] {
    let now = clock.timestamp
    let levels = try await database.write { [epoch] database in
      try epoch.check(call)
      return try body(database, now)
    }
    if !levels.isEmpty { teller.tell(call.trace) }
    return levels
  }
}
