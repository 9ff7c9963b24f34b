/// What one person did at one moment, wherever it is written down.
struct Footprint: Sendable, Equatable {
  /// In the order in which one can follow from another at the same instant.
  enum Act: String, Sendable {
    /// Came to the platform.
    case come
    /// Took an entry that leads to the other one.
    case click
    /// Came by such an entry from the other one.
    case arrive
    /// Used a function; ordered.
    case use, order

    /// Whether one who does it is there from then on.
    var isComing: Bool { self == .come || self == .arrive }
  }

  let person: String
  let platform: ShopSide
  let act: Act
  /// Where the entry stands by which it was.
  let source: String?
  let function: String?
  /// In ms since 1970.
  let atMs: Int64
}
