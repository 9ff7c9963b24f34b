import GRDB
import MockKit

/// What is kept for which order. An order's id is good for one reservation: asked again it is the same
/// one, and once it is given back nothing can be taken for that order any more, so a message that
/// comes late takes nothing that nobody would give back.
enum Reservations {
  static let schema = """
    CREATE TABLE reservations (
      order_id TEXT PRIMARY KEY, side TEXT, state TEXT NOT NULL, at TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE reserved_items (
      order_id TEXT NOT NULL, position INTEGER NOT NULL, sku TEXT NOT NULL,
      quantity INTEGER NOT NULL, PRIMARY KEY (order_id, position)) WITHOUT ROWID;
    """

  static func find(_ order: String, in database: Database) throws -> Reservation? {
    let row = try database.row(
      sql: "SELECT * FROM reservations WHERE order_id = ?", arguments: [order])
    guard let row else { return nil }
    return Reservation(
      orderId: order, side: (row["side"] as String?).flatMap(ShopSide.init),
      state: Reservation.State(rawValue: row["state"]) ?? .released,
      items: try items(of: order, in: database), at: row["at"])
  }

  /// - Parameter floor: what must be left of each product at least.
  /// - Returns: what is left of the products after it.
  static func hold(
    _ wanted: StockReservation, at time: String, floor: Int = 0, in database: Database
  ) throws -> [StockLevel] {
    if let known = try find(wanted.orderId, in: database) {
      guard known.state != .released else { throw CounterError.released(order: wanted.orderId) }
      return try known.items.map { try StockBook.find($0.sku, in: database) }
    }
    try insert(wanted.orderId, .held, side: wanted.side, at: time, in: database)
    return try wanted.items.enumerated().map { position, item in
      try database.run(
        sql: "INSERT INTO reserved_items (order_id, position, sku, quantity) VALUES (?, ?, ?, ?)",
        arguments: [wanted.orderId, position, item.sku, item.quantity])
      return try StockBook.add(
        stock: -item.quantity, reserved: item.quantity, of: item.sku, floor: floor, in: database)
    }
  }

  /// - Returns: what is left of the products that it changed.
  static func apply(
    _ change: StockChanges.Change, at time: String, in database: Database
  ) throws -> [StockLevel] {
    guard let known = try find(change.orderId, in: database) else {
      if change.action == .release {
        try insert(change.orderId, .released, side: nil, at: time, in: database)
      }
      return []
    }
    switch (change.action, known.state) {
    case (.confirm, .held): return try move(known, to: .confirmed, 0, -1, in: database)
    case (.release, .held): return try move(known, to: .released, 1, -1, in: database)
    case (.release, .confirmed): return try move(known, to: .released, 1, 0, in: database)
    case (.confirm, .confirmed), (.confirm, .released), (.release, .released): return []
    }
  }

  /// - Parameters:
  ///   - stock: how many go back to what can be sold, for each piece.
  ///   - reserved: how many are added to what is kept for orders, for each piece.
  private static func move(
    _ known: Reservation, to state: Reservation.State, _ stock: Int, _ reserved: Int,
    in database: Database
  ) throws -> [StockLevel] {
    try database.run(
      sql: "UPDATE reservations SET state = ? WHERE order_id = ?",
      arguments: [state.rawValue, known.orderId])
    return try known.items.map { item in
      try StockBook.add(
        stock: stock * item.quantity, reserved: reserved * item.quantity, of: item.sku,
        in: database)
    }
  }

  private static func insert(
    _ order: String, _ state: Reservation.State, side: ShopSide?, at time: String,
    in database: Database
  ) throws {
    try database.run(
      sql: "INSERT INTO reservations (order_id, side, state, at) VALUES (?, ?, ?, ?)",
      arguments: [order, side?.rawValue, state.rawValue, time])
  }

  private static func items(
    of order: String, in database: Database
  ) throws -> [StockReservation.Item] {
    let sql = "SELECT sku, quantity FROM reserved_items WHERE order_id = ? ORDER BY position"
    return try database.rows(sql: sql, arguments: [order]).map { row in
      StockReservation.Item(sku: row["sku"], quantity: row["quantity"])
    }
  }
}
