/// What goes wrong with rules of prices, groups and draws.
extension FaultKind {
  static let campaignStale = FaultKind(
    "campaign_stale", .defect, caughtBy: ["parity", "scenario:campaign-parity"],
    title: FaultText("an old rule stays", "优惠规则没有更新"),
    meaning: FaultText(
      "The mini-program does not take over a change of a campaign, so its prices follow the old rule.",
      "小程序不接收优惠活动的变更，仍按旧规则计价。"),
    stages: [.apply])

  static let groupOverfull = FaultKind(
    "group_overfull", .defect, caughtBy: ["conservation", "scenario:group-buy"],
    title: FaultText("more in a group than it holds", "拼团超员"),
    meaning: FaultText(
      "Whoever comes when the group is full joins all the same, at the group's price.",
      "拼团满员之后仍可加入，并享受团购价。"),
    stages: [.apply])

  static let groupUnrefunded = FaultKind(
    "group_unrefunded", .defect, caughtBy: ["scenario:group-buy"],
    title: FaultText("a group fails and keeps the money", "未成团不退款"),
    meaning: FaultText(
      "A group that does not fill in time ends, and the orders of those who are in it stay paid.",
      "到期未成团的拼团结束了，已付款的订单却没有退款。"),
    stages: [.apply])

  static let drawTwice = FaultKind(
    "draw_twice", .defect, caughtBy: ["single-use", "scenario:form-lottery"],
    title: FaultText("one form, two draws", "一表两抽"),
    meaning: FaultText(
      "A form that has had its draw is drawn for again, and its prize granted again.",
      "已抽过奖的表单还能再抽，奖品再发一次。"),
    stages: [.apply])
}

extension LinkApplier {
  /// Whether a change of a rule is not written down here.
  func staysBehind(_ campaign: Campaign) -> Bool {
    change.shop.fires(
      .campaignStale, event: "\(campaign.campaign) \(campaign.version)", type: "campaign.changed",
      entity: campaign.campaign) != nil
  }
}

extension ShopChange {
  /// Whether a full group takes one more.
  func overfills(_ group: GroupBuy, with member: String) -> Bool {
    shop.fires(
      .groupOverfull, event: "\(group.groupId) \(member)", type: "group.changed",
      entity: group.groupId) != nil
  }

  /// Whether an order of a group that failed is left as it is.
  func keepsMoney(of order: Order, in group: GroupBuy) -> Bool {
    shop.fires(
      .groupUnrefunded, event: order.orderId, type: "group.changed", entity: group.groupId) != nil
  }

  /// Whether a form is drawn for once more.
  func drawsAgain(_ draw: Draw) -> Bool {
    shop.fires(
      .drawTwice, event: "\(draw.form) \(draw.version)", type: DrawPrize.type, entity: draw.form)
      != nil
  }
}
