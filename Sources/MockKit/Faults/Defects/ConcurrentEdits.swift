import GRDB

/// Changes on both sides of which one goes under.
extension FaultKind {
  static let clockSkewLastWriteWins = FaultKind(
    "clock_skew_last_write_wins", .defect, caughtBy: ["convergence", "parity"],
    title: FaultText("the clock that is ahead wins", "时钟快的一端总是赢"),
    meaning: FaultText(
      "Of two values of a profile's field the one with the later time stamp wins, and this side's "
        + "clock is ahead: what was written here is never replaced by what is written there.",
      "资料字段按时间戳后写为准，而本端时钟偏快：本端写过的字段永远不会被另一端的新值替换。"),
    stages: [.apply])

  static let lostUpdate = FaultKind(
    "lost_update", .defect, caughtBy: ["convergence", "conservation", "read-your-writes"],
    title: FaultText("points are overwritten", "积分更新互相覆盖"),
    meaning: FaultText(
      "Points that arrive are added to what was read a moment before, so what was booked here "
        + "meanwhile is lost.",
      "收到的积分加在先前读出的余额上再写回，期间本端入账的积分丢失。"),
    stages: [.apply],
    attributes: [
      FaultAttribute(
        "window", .duration(.zero ... .seconds(60)), standard: "250ms",
        FaultText("how long before it was read", "读出与写回相隔多久"))
    ])
}

extension LinkApplier {
  /// What of another side's profile is taken over.
  func winning(of record: MemberRecord, over local: MemberRecord) -> MemberRecord {
    let event = "member.updated \(record.memberId) \(record.profile.version)"
    let fault = change.shop.fires(
      .clockSkewLastWriteWins, event: event, type: "member.updated", entity: record.memberId)
    guard fault != nil else { return record }
    var winning = record
    winning.profile = Profile { field in
      let own = local.profile[field]
      return own.stamp.origin == change.side && own.value != nil ? own : record.profile[field]
    }
    return winning
  }

  /// Takes away what was booked here while the points of an event were being added.
  func overwrite(by record: PointsRecord) throws {
    let shop = change.shop
    let id = record.entry.entryId
    guard let fault = shop.fires(.lostUpdate, event: id, type: "points.entry", entity: id)
    else { return }
    let start = MockClock.timestamp(shop.clock.now - fault.duration("window"))
    try database.run(
      sql: "DELETE FROM points WHERE member_id = ? AND origin = ? AND at >= ?",
      arguments: [try known(record.memberId), shop.side.rawValue, start])
  }
}
