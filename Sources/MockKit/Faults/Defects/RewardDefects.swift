/// What goes wrong with invitations, shared pages and perks.
extension FaultKind {
  static let referralDouble = FaultKind(
    "referral_double", .defect, caughtBy: ["scenario:referral"],
    title: FaultText("both platforms pay for an invitation", "两端各发一次邀请奖励"),
    meaning: FaultText(
      "An invitation that arrives is paid for here, too, under entries of this side's own.",
      "收到另一端的邀请记录时，本端以自己的流水再发一次奖励。"),
    stages: [.apply])

  static let shareRewardsOpens = FaultKind(
    "share_rewards_opens", .defect, caughtBy: ["scenario:share-rewards"],
    title: FaultText("looking counts as joining", "打开就算加入"),
    meaning: FaultText(
      "Whoever shared a page gets the points each time somebody opens it, not when a friend joins.",
      "分享的页面每被打开一次就发积分，而不是在好友注册后才发。"),
    stages: [.apply])

  static let perkEarly = FaultKind(
    "perk_early", .defect, caughtBy: ["scenario:purchase-perk"],
    title: FaultText("a perk one purchase too early", "提前一单发放礼遇"),
    meaning: FaultText(
      "The website gives the perk for the purchase before the last one.",
      "网站在还差一单时就发放礼遇。"),
    stages: [.apply])
}

extension LinkApplier {
  func payAgain(_ recruit: Recruit) throws {
    let type = LinkEventType.recruitChanged.rawValue
    guard recruit.kind == .referral,
      change.shop.fires(
        .referralDouble, event: recruit.friendId, type: type, entity: recruit.friendId) != nil
    else { return }
    try change.pay(recruit, mark: "_\(change.side.rawValue)")
  }

  func rewardOpening(_ visit: EntryVisit) throws {
    guard !change.shop.faults.isEmpty,
      let share = try Shares.find(visit.entryKey, in: database),
      change.shop.fires(
        .shareRewardsOpens, event: visit.visitId, type: LinkEventType.entryOpened.rawValue,
        entity: visit.entryKey) != nil
    else { return }
    try change.book(
      PointsEntry(
        entryId: "pt_share_\(visit.visitId)", amount: Recruit.sharePoints, reason: "shared page",
        at: change.timestamp, origin: change.side),
      for: share.memberId)
  }
}

extension ShopChange {
  /// Whether so many purchases bring the perk.
  func isEnough(_ purchases: Int, for member: String) -> Bool {
    guard purchases == Perk.needed - 1 else { return purchases >= Perk.needed }
    return shop.fires(
      .perkEarly, event: "perk \(member)", type: LinkEventType.orderPaid.rawValue, entity: member)
      != nil
  }
}
