/// A rule by which prices fall, as both platforms show it and as it travels.
struct Campaign: Sendable, Equatable, Codable {
  enum Kind: String, Sendable, Codable {
    /// So much off from so much on.
    case fullReduction = "full-reduction"
    case groupBuy = "group-buy"
    case memberDiscount = "member-discount"
  }

  struct Step: Sendable, Equatable, Codable {
    let from: Money
    let off: Money
  }

  struct LevelDiscount: Sendable, Equatable, Codable {
    let level: MemberLevel
    let discountPercent: Int
  }

  let campaign: String
  let kind: Kind
  let name: String
  let nameEn: String
  var active: Bool
  /// Of a full reduction: for products of this category alone.
  let category: String?
  /// Of a full reduction, lowest first: the last one that is reached counts.
  var steps: [Step]?
  /// Of a group buy: how many make a group, what each of them saves, and how long they have.
  var people: Int?
  var discountPercent: Int?
  var hours: Int?
  /// Of the member discount: what each level saves.
  var levels: [LevelDiscount]?
  /// Rises by one with every change; a lower one never replaces a higher one.
  var version: Int

  var tag: EntityTag { EntityTag(version: version) }

  /// What is taken off goods that cost so much.
  func reduction(of sum: Money) -> Money {
    steps?.last { $0.from.fen <= sum.fen }?.off ?? .zero
  }
}

extension Campaign {
  /// The one that the levels make; `GET /api/levels` tells of it, too.
  static let memberDiscount = Campaign(
    campaign: "member-discount", kind: .memberDiscount, name: "会员折扣", nameEn: "Member discount",
    active: true, category: nil,
    levels: MemberLevel.allCases.map {
      LevelDiscount(level: $0, discountPercent: $0.discountPercent)
    }, version: 1)
}
