package import GRDB

/// One platform's shop: its data, its clock, and its end of the link.
package struct Shop: Sendable {
  package let side: ShopSide
  package let database: MockDatabase
  package let clock: MockClock
  package let truth: TruthLog
  package let relay: LinkRelay
  /// How a call carries its session.
  package let carrier: any SessionCarrier
  package let desk: OrderDesk
  let identifiers: Identifiers
  private let replica = ReadReplica()
  /// What goes wrong in this set.
  package var faults: FaultBook { relay.environment.faults }
  /// Which life the state is in.
  var epoch: Epoch { relay.epoch }

  package init(
    side: ShopSide, database: MockDatabase, identifiers: Identifiers, clock: MockClock,
    truth: TruthLog, relay: LinkRelay, carrier: any SessionCarrier, desk: OrderDesk
  ) {
    self.side = side
    self.database = database
    self.identifiers = identifiers
    self.clock = clock
    self.truth = truth
    self.relay = relay
    self.carrier = carrier
    self.desk = desk
  }

  /// Reads as the member whose session the call carries.
  package func read<Value: Sendable>(
    as call: Call, _ body: @escaping @Sendable (Database, String) throws -> Value
  ) async throws -> Value {
    let (token, now) = (carrier.token(of: call), clock.milliseconds)
    let source = try replica.source(for: call, of: self)
    let (value, isStale) = try await source.read { database in
      let session = try Sessions.find(token, now: now, in: database)
      return (try body(database, call.visitor.take(session.member)), session.isStale)
    }
    if isStale { try await database.write { try Sessions.touch(token, now: now, in: $0) } }
    return value
  }

  /// Changes something in one transaction, together with the events that tell of it.
  package func change<Value: Sendable>(
    for call: Call, _ body: @escaping @Sendable (ShopChange) throws -> Value
  ) async throws -> Value {
    defer { replica.outdate() }
    return try await database.write { database in
      try body(ShopChange(database: database, shop: self, trace: call.trace, ticket: call.ticket))
    }
  }

  /// Changes something as the member whose session the call carries.
  package func change<Value: Sendable>(
    as call: Call, _ body: @escaping @Sendable (ShopChange, String) throws -> Value
  ) async throws -> Value {
    let token = carrier.token(of: call)
    return try await change(for: call) { change in
      let now = change.milliseconds
      let session = try Sessions.find(token, now: now, in: change.database)
      if session.isStale { try Sessions.touch(token, now: now, in: change.database) }
      return try body(change, call.visitor.take(session.member))
    }
  }
}
