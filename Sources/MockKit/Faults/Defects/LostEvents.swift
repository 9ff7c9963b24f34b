/// Changes of which the other side never hears.
extension FaultKind {
  static let ackThenLose = FaultKind(
    "ack_then_lose", .defect, caughtBy: ["durability"],
    title: FaultText("acknowledged, then lost", "先确认后丢失"),
    meaning: FaultText(
      "The receiver answers 204 before it stores an event, and does not store it.",
      "接收方在落库前就返回 204，随后没有落库。"),
    stages: [.receive], standard: { $0.match.event = "order.created" })

  static let commitWithoutOutbox = FaultKind(
    "commit_without_outbox", .defect, caughtBy: ["durability"],
    title: FaultText("committed without an event", "提交但未写发件箱"),
    meaning: FaultText(
      "A change is committed, and no event that tells of it is put into the outbox.",
      "变更已提交，但没有把事件写入发件箱。"),
    stages: [.enqueue], standard: { $0.match.event = "order.created" })

  static let cursorBoundarySkip = FaultKind(
    "cursor_boundary_skip", .defect, caughtBy: ["durability"],
    title: FaultText("lost between two pages", "翻页边界丢一条"),
    meaning: FaultText(
      "The relay reads the outbox in pages and leaves out the event between two of them.",
      "同步程序分页读取发件箱，每两页交界处漏掉一条事件。"),
    stages: [.send],
    standard: {
      $0.match.event = "order.*"
      $0.probability = 0.3
    })

  static let checkpointOnFailure = FaultKind(
    "checkpoint_on_failure", .defect, caughtBy: ["durability"],
    title: FaultText("a failure counts as delivered", "失败也当成已送达"),
    meaning: FaultText(
      "An attempt to deliver fails, and the relay counts the event as delivered all the same.",
      "投递失败后，同步程序仍把该事件记为已送达。"),
    stages: [.send],
    standard: {
      $0.match.event = "order.created"
      $0.probability = 0.5
    })

  static let topicGap = FaultKind(
    "topic_gap", .defect, caughtBy: ["durability", "freshness", "scenario:web-order-mini-lookup"],
    title: FaultText("one type of event is not subscribed", "漏订阅一种事件"),
    meaning: FaultText(
      "Nobody has subscribed to one type of event: order.shipped, unless `match` names another.",
      "有一种事件没有订阅：默认是 order.shipped，可用 match 指定其他类型。"),
    stages: [.send], standard: { $0.match.event = "order.shipped" })

  static let deleteNotPropagated = FaultKind(
    "delete_not_propagated", .defect,
    caughtBy: ["convergence", "scenario:member-deletion", "scenario:favourites"],
    title: FaultText("a deletion is not told", "删除未同步"),
    meaning: FaultText(
      "A member who is deleted, or a favourite that is removed, on one platform lives on at the other.",
      "在一端注销的会员、取消的收藏，在另一端仍然存在。"),
    stages: [.enqueue])
}

extension ShopChange {
  /// Whether the change goes without its event.
  func isUntold(_ type: LinkEventType, of subject: String) -> Bool {
    guard !shop.faults.isEmpty else { return false }
    let isDeletion = [.memberDeleted, .favouriteRemoved].contains(type)
    let kind: FaultKind = isDeletion ? .deleteNotPropagated : .commitWithoutOutbox
    let (event, name) = ("\(type.rawValue) \(subject)", type.rawValue)
    if shop.fires(kind, event: event, type: name, entity: subject) != nil { return true }
    return kind != .commitWithoutOutbox
      && shop.fires(.commitWithoutOutbox, event: event, type: name, entity: subject) != nil
  }
}

extension LinkRelay {
  /// Whether an event is taken for delivered without having been.
  func skips(_ entry: OutboxEntry) -> Bool {
    guard !environment.faults.isEmpty else { return false }
    return [FaultKind.cursorBoundarySkip, .checkpointOnFailure, .topicGap].contains {
      fires($0, entry) != nil
    }
  }
}

extension Shop {
  /// Whether an event that has arrived is thrown away.
  func loses(_ event: LinkEvent<UnreadPayload>) -> Bool { fires(.ackThenLose, event) != nil }
}
