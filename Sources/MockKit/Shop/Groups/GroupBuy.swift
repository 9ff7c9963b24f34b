/// Some who buy the same together for less, as it travels. The mini-program owns it.
struct GroupBuy: Sendable, Equatable, Codable {
  enum Status: String, Sendable, Codable {
    case open, full
    /// It did not fill in time.
    case failed
  }

  static let owner = ShopSide.mini

  let groupId: String
  let sku: String
  let name: String
  /// Of one piece, as it was when the group was opened: by itself, and for each of the group.
  let price: Money
  let groupPrice: Money
  let discountPercent: Int
  /// How many fill it.
  let people: Int
  /// How long they have.
  let hours: Int
  var joined: Int
  var status: Status
  /// Rises by one with every change; a lower one never replaces a higher one.
  var version: Int
  var openedAt = ""
  var endsAt = ""
  /// When it was full, or failed.
  var closedAt: String?

  var discount: Money { Money(fen: price.fen - groupPrice.fen) }

  /// As it begins.
  ///
  /// - Returns: also when it ends.
  func opening(at now: Duration) -> (group: GroupBuy, end: Duration) {
    let end = now + .seconds(3600 * Int64(hours))
    var group = self
    (group.openedAt, group.endsAt) = (MockClock.timestamp(now), MockClock.timestamp(end))
    return (group, end)
  }

  /// With one more in it.
  func taking(at time: String) -> GroupBuy {
    var group = self
    group.joined += 1
    group.version += 1
    if group.joined == people { group.close(.full, at: time) }
    return group
  }

  /// With one less in it.
  func losing() -> GroupBuy {
    var group = self
    group.joined -= 1
    group.version += 1
    return group
  }

  func failing(at time: String) -> GroupBuy {
    var group = self
    group.version += 1
    group.close(.failed, at: time)
    return group
  }

  private mutating func close(_ status: Status, at time: String) {
    self.status = status
    closedAt = time
  }
}

/// A change of a group as it travels, with the seat that was taken or given up.
struct GroupChange: Sendable, Codable {
  let group: GroupBuy
  let seat: GroupSeat?
}
