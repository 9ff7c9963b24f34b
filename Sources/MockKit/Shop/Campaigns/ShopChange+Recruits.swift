extension ShopChange {
  /// What follows from how somebody came who has just registered in the mini-program.
  ///
  /// - Parameters:
  ///   - code: of whoever invited them.
  ///   - entry: by which they came.
  /// - Throws: `RewardError`, where the code is none or good no more.
  package func welcome(_ member: String, code: String?, entry: String?) throws {
    if let code { try accept(code, by: member) }
    guard let entry else { return }
    try publish(
      .entryJoined, of: entry, for: member, EntryJoining(entryKey: entry, memberId: member))
  }

  /// Points to both. Each phone number is invited once, whatever members it has had.
  private func accept(_ code: String, by friend: String) throws {
    guard let inviter = try inviter(code) else { throw RewardError.unknownCode(code) }
    guard try !Recruits.hasCounted(.referral, friend, in: database) else {
      throw RewardError.invitedBefore
    }
    try count(
      Recruit(
        kind: .referral, friendId: friend, memberId: inviter, entryKey: nil,
        points: Recruit.referralPoints, joinedAt: timestamp))
  }

  /// A living member who is known here.
  private func inviter(_ code: String) throws -> String? {
    guard let id = ReferralCode.member(of: code),
      let inviter = try MemberMerge.known(id, in: database),
      try !Members.isBuried(inviter, in: database)
    else { return nil }
    return inviter
  }

  /// Rewards whoever shared the page by which a friend came. Nobody is their own friend, and each
  /// phone number counts once.
  fileprivate func reward(_ joining: EntryJoining, of friend: String) throws {
    guard let share = try Shares.find(joining.entryKey, in: database), share.memberId != friend,
      try !Members.isBuried(share.memberId, in: database),
      try !Recruits.hasCounted(.share, joining.memberId, in: database)
    else { return }
    let today = CalendarDate.startInChina(shop.clock.now)
    let before = try Recruits.count(.share, by: share.memberId, since: today, in: database)
    try count(
      Recruit(
        kind: .share, friendId: joining.memberId, memberId: share.memberId,
        entryKey: joining.entryKey, points: before < Recruit.sharesADay ? Recruit.sharePoints : 0,
        joinedAt: timestamp))
  }

  /// Looks again at how a member came of whom two were made one: nobody brings themselves, and nobody
  /// is brought twice.
  func reviewRecruits(of survivor: String) throws {
    for kind in Recruit.Kind.allCases where kind.owner == side {
      let all = try Recruits.standing(kind, friend: survivor, in: database)
      let first = all.first { $0.memberId != survivor }
      for var recruit in all where recruit != first {
        recruit.voidedAt = timestamp
        try count(recruit)
      }
    }
  }

  /// Writes down what this side has decided, with the points that follow, and tells of it.
  private func count(_ recruit: Recruit) throws {
    try Recruits.put(recruit, in: database)
    try publish(.recruitChanged, of: recruit.friendId, for: recruit.memberId, recruit)
    try pay(recruit)
  }

  func pay(_ recruit: Recruit, mark: String = "") throws {
    for (entry, member) in recruit.entries(on: side, at: timestamp, mark: mark) {
      try book(entry, for: try self.member(member))
    }
  }
}

extension LinkApplier {
  func take(_ recruit: Recruit) throws {
    var recruit = recruit
    recruit.memberId = try known(recruit.memberId)
    try Recruits.put(recruit, in: database)
    try payAgain(recruit)
  }

  func take(_ joining: EntryJoining) throws {
    guard change.side == Recruit.Kind.share.owner else { return }
    try change.reward(joining, of: try known(joining.memberId))
  }
}
