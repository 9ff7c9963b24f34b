/// `stock.changed` as the counter system sends it to a platform.
package struct StockEvent: Sendable {
  private let event: LinkEvent<StockLevel>
  private let trace: Traceparent

  /// The id follows from the level, so that what is told again is known.
  package init(_ level: StockLevel, time: String, trace: Traceparent) {
    self.trace = trace
    event = LinkEvent(
      .stockChanged, id: "evt_stock_\(level.sku)_\(level.version)", from: .counter,
      of: level.sku, at: time, traceparent: trace.text, level)
  }

  /// - Parameter attempt: 1 for the first.
  /// - Throws: where the platform has not taken it.
  package func send(
    to url: String, _ environment: LinkEnvironment, attempt: Int
  ) async throws {
    let message = SignedMessage(
      id: event.id, type: event.type.rawValue, body: try JSONText.data(event), trace: trace,
      attempt: attempt)
    let subject = environment.subject(
      of: message, withCounterFrom: .counter, entity: event.subject)
    let answer = try await environment.post(
      message, "/_link/events", type: "application/cloudevents+json", as: subject, to: url)
    guard (200..<300).contains(answer.status) else {
      throw WireError.broken("answered \(answer.status)")
    }
  }
}
