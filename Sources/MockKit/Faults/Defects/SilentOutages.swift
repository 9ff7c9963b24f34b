/// Outages of which nobody is told.
extension FaultKind {
  static let noticeMissing = FaultKind(
    "notice_missing", .defect, caughtBy: ["scenario:outage-and-recovery"],
    title: FaultText("no notice that data is on its way", "缺少同步提示"),
    meaning: FaultText(
      "Members are not told that what they read may not be the latest.",
      "数据尚在同步时，不提示会员稍后查看。"),
    stages: [.read])

  static let alertMissing = FaultKind(
    "alert_missing", .defect, caughtBy: ["scenario:outage-and-recovery"],
    title: FaultText("no alert of an event that was given up", "缺少告警"),
    meaning: FaultText(
      "The administrator is not told of events that were given up, nor that the receiver is gone.",
      "事件放弃投递或接收方停用时，不向管理员告警。"),
    stages: [.send])
}

extension Shop {
  /// Whether a member who reads is told that data is on its way.
  func tellsOfDelay(_ call: Call) -> Bool {
    fires(.noticeMissing, event: "GET \(call.path)", type: "GET \(call.path)") == nil
  }
}

extension LinkRelay {
  /// Whether an administrator is told of an event that was given up, or of the link as a whole.
  func tellsAdministrator(of event: String?) -> Bool {
    let subject = FaultSubject(on: side, .send, event: event ?? "link", type: "alert")
    return environment.faults.fires(.alertMissing, subject) == nil
  }
}
