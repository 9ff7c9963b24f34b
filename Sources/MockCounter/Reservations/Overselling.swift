import GRDB
import MockKit

extension CounterSystem {
  /// A floor so low that no order reaches it, and far enough from where numbers end.
  private static let bottomless = -1_000_000_000_000

  /// Reserves pieces down to the floor that is given to the body: 0, or none where the defect shows
  /// itself. From then on the table's own check is off, for it would refuse every change of what is
  /// below zero.
  func overselling(
    _ wanted: StockReservation, in database: Database, _ body: (Int) throws -> [StockLevel]
  ) throws -> [StockLevel] {
    let link = FaultLink(LinkDirection(from: wanted.side))
    let fault = faults.fires(
      .oversell,
      FaultSubject(
        on: .counter, link, .receive, event: wanted.orderId, type: "stock.reserve",
        entity: wanted.items.first?.sku ?? ""))
    guard fault != nil else { return try body(0) }
    try database.execute(sql: "PRAGMA ignore_check_constraints = ON")
    return try body(Self.bottomless)
  }
}
