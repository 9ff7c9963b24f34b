/// What a form that was handed in gives: one lot, as both platforms show it and as it travels.
struct Draw: Sendable, Equatable, Codable {
  enum Status: String, Sendable, Codable {
    case open, drawn
  }

  struct Prize: Sendable, Equatable, Codable {
    let prize: String
    let name: String
    let nameEn: String
    let points: Int?
    let couponId: String?
  }

  /// The website has the forms and decides about them.
  static let owner = ShopSide.web

  /// The form's id.
  let form: String
  let survey: String
  var memberId: String
  var status: Status
  /// Rises by one with every change; a lower one never replaces a higher one.
  var version: Int
  let handedInAt: String
  var drawnAt: String?
  var prize: Prize?

  var tag: EntityTag { EntityTag(version: version) }
}

/// What was drawn, with what was granted, as the platform that asked writes it down.
struct DrawDecision: Sendable, Codable {
  let draw: Draw
  let entry: PointsEntry?
  let coupon: Coupon?
}
