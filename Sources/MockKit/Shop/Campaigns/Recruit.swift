/// A friend whom a member brought, as it travels.
struct Recruit: Sendable, Equatable, Codable {
  enum Kind: String, Sendable, Codable, CaseIterable {
    /// By an invitation code.
    case referral
    /// By a shared page.
    case share

    /// Which side decides whether a friend counts: friends register in the mini-program, and pages
    /// are shared on the website.
    var owner: ShopSide { self == .referral ? .mini : .web }

    fileprivate var reason: String { self == .referral ? "invitation" : "shared page" }
  }

  /// What each of the two gets for an invitation.
  static let referralPoints = 50
  /// What a friend who came by a shared page brings.
  static let sharePoints = 20
  /// How many friends a day, by shared pages, bring points.
  static let sharesADay = 5

  let kind: Kind
  /// Under the id of the registration. A merge leaves it: what is booked is named after it, so that
  /// a friend counts once.
  let friendId: String
  /// Who brought the friend.
  var memberId: String
  /// The page that was shared.
  let entryKey: String?
  /// 0 where the day had brought enough.
  let points: Int
  /// RFC 3339, as all moments here.
  let joinedAt: String
  /// When it turned out not to count.
  var voidedAt: String?

  /// The ledger entries' ids, and whose ledgers they are in.
  private var payees: [(entryId: String, memberId: String)] {
    switch kind {
    case .referral: [("pt_ref_\(friendId)", friendId), ("pt_ref_\(friendId)_by", memberId)]
    case .share: points == 0 ? [] : [("pt_share_\(friendId)", memberId)]
    }
  }

  /// What is booked for it; where it does not count after all, what takes that back.
  ///
  /// - Parameter mark: tells the entries from others for the same friend.
  func entries(
    on side: ShopSide, at timestamp: String, mark: String = ""
  ) -> [(entry: PointsEntry, memberId: String)] {
    let isVoid = voidedAt != nil
    return payees.map { id, member in
      let entry = PointsEntry(
        entryId: id + (isVoid ? "_void" : "") + mark, amount: isVoid ? -points : points,
        reason: (isVoid ? "taken back: " : "") + kind.reason, at: timestamp, origin: side)
      return (entry, member)
    }
  }
}

/// Somebody has registered in the mini-program who came by an entry, as it travels.
struct EntryJoining: Sendable, Codable {
  let entryKey: String
  let memberId: String
}
