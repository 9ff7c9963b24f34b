/// The ids of a set: the same for the same seed, never the same on two sides.
package struct Identifiers: Sendable {
  private let hash: SeededHash
  private let side: ShopSide
  private let epoch: String
  private let epochNumber: UInt64

  /// - Parameter epoch: sets apart two lives of a server that forgets its counters between them.
  package init(seed: UInt64, side: ShopSide, epoch: UInt64 = 0) {
    hash = SeededHash(seed: seed)
    self.side = side
    self.epoch = "\(side.rawValue)|\(epoch)"
    epochNumber = hash.number("members|\(epoch)") % 1_000_000_000
  }

  /// 19 digits, beyond 2^53, so that a client which reads it as a double shows it.
  package func member(_ counter: UInt64) -> String {
    let base: UInt64 = side == .web ? 7_000_000_000_000_000_000 : 8_000_000_000_000_000_000
    return String(base + epochNumber * 1_000_000_000 + Self.scatter(counter))
  }

  /// What the ids of a platform's orders begin with.
  static func letter(of side: ShopSide) -> String { side == .web ? "W" : "M" }

  /// `W` or `M` and 12 digits.
  package func order(_ counter: UInt64) -> String {
    let tail = Self.scatter(counter)
    let head = hash.number("orders|\(epoch)") % 900 + 100
    return Self.letter(of: side) + String(head * 1_000_000_000 + tail)
  }

  package func entry(_ counter: UInt64) -> String {
    "pt_" + hash.hex("entry|\(epoch)|\(counter)", digits: 20)
  }

  package func afterSales(_ counter: UInt64) -> String {
    "as_" + hash.hex("after-sales|\(epoch)|\(counter)", digits: 20)
  }

  package func inquiry(_ counter: UInt64) -> String {
    "iq_" + hash.hex("inquiry|\(epoch)|\(counter)", digits: 20)
  }

  package func solution(_ counter: UInt64) -> String {
    "so_" + hash.hex("solution|\(epoch)|\(counter)", digits: 20)
  }

  package func coupon(_ counter: UInt64) -> String {
    "cp_" + hash.hex("coupon|\(epoch)|\(counter)", digits: 20)
  }

  func group(_ counter: UInt64) -> String {
    "gb_" + hash.hex("group|\(epoch)|\(counter)", digits: 20)
  }

  func form(_ counter: UInt64) -> String {
    "fm_" + hash.hex("form|\(epoch)|\(counter)", digits: 20)
  }

  /// What the lot of a form falls on, in 0 ..< 1.
  func lot(of form: String) -> Double { hash.fraction("lot|\(form)") }

  package func event(_ counter: UInt64) -> String {
    "evt_" + hash.hex("event|\(epoch)|\(counter)", digits: 20)
  }

  /// Multiplication by a number coprime to 10^9 is a bijection: scattered and without collision.
  private static func scatter(_ counter: UInt64) -> UInt64 {
    (counter % 1_000_000_000) * 2_654_435_761 % 1_000_000_000
  }
}
