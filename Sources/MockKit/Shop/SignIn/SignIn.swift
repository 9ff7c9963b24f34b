import GRDB

/// The daily sign-in: five points a day on each platform, so that who uses both gets the double.
struct SignIn: Sendable, Encodable {
  static let points = 5
  static let reason = "sign-in"

  /// In China.
  let date: String
  let platform: ShopSide
  let points: Int
  /// What the day's sign-ins on both platforms have brought, as far as this one knows.
  let total: Int

  /// The platforms on which a member signed in on the day that is now.
  static func platforms(
    of member: String, now: Duration, in database: Database
  ) throws -> [ShopSide] {
    let sql = """
      SELECT DISTINCT origin FROM points
      WHERE member_id = ? AND at >= ? AND substr(id, 1, 3) = 'si_' ORDER BY origin DESC
      """
    let start = CalendarDate.startInChina(now)
    return try database.rows(sql: sql, arguments: [member, start]).compactMap {
      ShopSide(rawValue: $0["origin"])
    }
  }
}

extension ShopChange {
  /// The entry's id follows from the member, the day and the side.
  func signIn(_ member: String) throws -> SignIn {
    let now = shop.clock.now
    let date = CalendarDate.inChina(now)
    let before = try SignIn.platforms(of: member, now: now, in: database)
    guard !before.contains(side) else { throw SignInError.already(side, date) }
    let entry = PointsEntry(
      entryId: "si_\(member)_\(date)_\(side.rawValue)", amount: SignIn.points,
      reason: SignIn.reason, at: MockClock.timestamp(now), origin: side)
    try book(entry, for: member)
    return SignIn(
      date: date, platform: side, points: SignIn.points,
      total: SignIn.points * (before.count + 1))
  }
}

/// Why nobody is signed in.
enum SignInError: Error, Sendable, Equatable {
  case already(ShopSide, String)
}

extension SignInError: ProblemConvertible {
  package var problem: Problem {
    switch self {
    case .already(let side, let date):
      Problem(
        409, "already-signed-in", "Signed in already",
        detail: "You have signed in on the \(side.title) on \(date); come back tomorrow.")
    }
  }
}
