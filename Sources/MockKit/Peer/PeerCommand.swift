/// Something that one platform decides for both, because it owns what is changed: an order belongs
/// to the platform where it was made, a coupon to the one that issued it.
///
/// Whoever is asked at the other platform asks the owner and waits for the answer, so two people who
/// do the same thing on both platforms at the same instant are served one after the other.
package protocol PeerCommand: Codable, Sendable {
  associatedtype Answer: Codable & Sendable

  /// A stable name, such as `order.pay`.
  static var type: String { get }

  /// Decides in the owner's transaction, and publishes what came of it.
  ///
  /// - Throws: problems, which the one who asked is told as they are.
  func decide(_ change: ShopChange) throws -> Answer
}

/// A command as it travels.
struct PeerEnvelope<Command: Codable & Sendable>: Codable, Sendable {
  /// The same when it is asked again, so that it is decided once.
  let id: String
  let type: String
  let data: Command
}
