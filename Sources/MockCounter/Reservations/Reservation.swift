import MockKit

/// Pieces that are kept for an order, or were.
struct Reservation: Sendable, Codable {
  enum State: String, Sendable, Codable {
    /// The order waits to be paid.
    case held
    /// It is paid.
    case confirmed
    /// The pieces are back, or were never taken.
    case released
  }

  let orderId: String
  /// Absent where nothing was reserved before it was given back.
  let side: ShopSide?
  let state: State
  let items: [StockReservation.Item]
  let at: String
}
