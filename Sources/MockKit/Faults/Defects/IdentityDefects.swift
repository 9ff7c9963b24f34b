import GRDB

/// Two members who should be one, and one who should be two.
extension FaultKind {
  static let identitySplit = FaultKind(
    "identity_split", .defect,
    caughtBy: ["scenario:web-register-mini-login"],
    title: FaultText("one person, two members", "一人两号"),
    meaning: FaultText(
      "A registration that arrives gets an id of this side's own, so one person is another member on "
        + "each platform.",
      "从另一端同步来的注册在本端另外分配会员号，同一个人两端不是同一会员。"),
    stages: [.apply])

  package static let identityMismerge = FaultKind(
    "identity_mismerge", .defect, caughtBy: ["isolation", "convergence"],
    title: FaultText("two people, one member", "两人并成一号"),
    meaning: FaultText(
      "Who logs in to the mini-program with a phone number is merged with whoever came last before.",
      "用手机号登录小程序时，与上一位登录的会员错误合并。"),
    stages: [.enqueue], standard: { $0.probability = 0.3 })
}

extension LinkApplier {
  /// A registration as it is written down here.
  func identified(_ record: MemberRecord) throws -> MemberRecord {
    let id = record.memberId
    let fault = change.shop.fires(
      .identitySplit, event: "member.registered \(id)", type: "member.registered", entity: id)
    guard fault != nil else { return record }
    var own = MemberRecord(
      memberId: change.ids.member(try Counter.member.next(in: database)), phone: record.phone,
      profile: record.profile, level: record.level)
    own.credential = record.credential
    try database.run(
      sql: "INSERT INTO member_aliases (merged, survivor) VALUES (?, ?)",
      arguments: [id, own.memberId])
    return own
  }
}

extension ShopChange {
  /// Merges the member with a stranger where the defect shows itself.
  ///
  /// - Returns: the member to go on with.
  package func mismerged(_ member: String) throws -> String {
    guard
      shop.fires(.identityMismerge, event: member, type: "member.login", entity: member) != nil,
      let stranger = try stranger(to: member)
    else { return member }
    return try merge(member, with: stranger)
  }

  /// Who registered last beside the member.
  private func stranger(to member: String) throws -> String? {
    let sql = """
      SELECT id FROM members WHERE deleted = 0 AND id <> ? AND rowid > 3 ORDER BY rowid DESC LIMIT 1
      """
    return try database.value(String.self, sql: sql, arguments: [member])
  }
}
