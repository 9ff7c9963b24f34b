/// What goes wrong on the way from one platform to the other.
extension FaultKind {
  static let entryAttributionLost = FaultKind(
    "entry_attribution_lost", .defect,
    caughtBy: ["scenario:web-to-mini-entry", "scenario:conversion-paths"],
    title: FaultText("nobody knows who came", "入口归因丢失"),
    meaning: FaultText(
      "A visit by an entry arrives without the member and the WeChat user who made it.",
      "经入口到访的记录同步过来时，丢了会员和微信用户。"),
    stages: [.apply])

  static let handoverReusable = FaultKind(
    "handover_reusable", .defect, caughtBy: ["scenario:mini-to-web-entry"],
    title: FaultText("a ticket logs in twice", "登录票据可重复使用"),
    meaning: FaultText(
      "The website takes a ticket of the mini-program again and again until it expires.",
      "网站在票据过期前可反复接受同一张登录票据。"),
    stages: [.apply])
}

extension ShopChange {
  /// A visit as it is written down.
  func attributed(_ visit: EntryVisit) -> EntryVisit {
    let type = LinkEventType.entryOpened.rawValue
    let fault = shop.fires(
      .entryAttributionLost, event: visit.visitId, type: type, entity: visit.entryKey)
    guard fault != nil else { return visit }
    var anonymous = visit
    (anonymous.memberId, anonymous.openid) = (nil, nil)
    return anonymous
  }

  func takesAgain(_ handover: Handover) -> Bool {
    let type = LinkEventType.handoverEntered.rawValue
    return shop.fires(
      .handoverReusable, event: handover.handoverId, type: type, entity: handover.handoverId)
      != nil
  }
}
