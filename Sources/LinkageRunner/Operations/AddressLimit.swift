import LinkageCore

/// What one address bears, shared by all scenarios that use it.
struct AddressLimit: Sendable {
  var inFlight: InFlightLimit?
  var rate: RateLimit?

  /// One for each address of a platform that has one.
  static func all(of scenarios: [Scenario]) -> [String: AddressLimit] {
    var limits: [String: AddressLimit] = [:]
    for platform in scenarios.flatMap(\.target.platforms) where limits[platform.base] == nil {
      guard platform.inFlight != nil || platform.rate != nil else { continue }
      limits[platform.base] = AddressLimit(
        inFlight: platform.inFlight.map(InFlightLimit.init),
        rate: platform.rate.map(RateLimit.init))
    }
    return limits
  }

  /// The rate counts where a request really starts: after the wait for a free place.
  func send(
    on transport: any Transport, _ body: () async -> HTTPExchange
  ) async -> HTTPExchange {
    // A cancelled task needs no place: nothing is sent.
    let hasPlace = await inFlight?.acquire() ?? false
    defer { if hasPlace { inFlight?.release() } }
    await rate?.wait(on: transport)
    return await body()
  }
}
