extension FaultKind {
  static let echoLoop = FaultKind(
    "echo_loop", .defect, caughtBy: ["quiescence", "parity"],
    title: FaultText("Changes echo", "同步回声"),
    meaning: FaultText(
      "What comes over the link is taken for a change of this side and sent back, so that versions "
        + "grow for ever.",
      "从链路收到的变更被当成本端变更再发回去，版本号不断增长。"),
    stages: [.apply],
    attributes: [
      FaultAttribute(
        "pause", .duration(.milliseconds(20)...(.seconds(60))), standard: "100ms",
        FaultText("before a change is sent back", "发回之前等多久"))
    ], standard: { $0.match.event = "member.updated" })
}

extension LinkApplier {
  /// Sends back what has come, as if it had been changed here.
  func echo(_ event: LinkEvent<UnreadPayload>) throws {
    let isEchoed = event.type == .memberUpdated || event.type.rawValue.hasPrefix("order.")
    guard isEchoed, let fault = change.shop.fires(.echoLoop, event) else { return }
    let due = change.shop.clock.now + fault.duration("pause")
    event.type == .memberUpdated
      ? try echoMember(event.subject, at: due) : try echoOrder(event.subject, at: due)
  }

  private func echoMember(_ subject: String, at due: Duration) throws {
    let id = try known(subject)
    var record = try Members.require(id, in: database)
    record.profile = record.profile.touched(on: change.side)
    try Members.update(record, in: database)
    try change.publish(.memberUpdated, of: id, lane: "echo \(id)", notBefore: due, record)
  }

  private func echoOrder(_ id: String, at due: Duration) throws {
    var order = try Orders.find(id, in: database)
    order.version += 1
    try Orders.put(order, in: database)
    try change.publish(order.status.event, of: id, lane: "echo \(id)", notBefore: due, order)
  }
}

extension Profile {
  /// As if the name had been written once more.
  fileprivate func touched(on side: ShopSide) -> Profile {
    Profile { name in
      var field = self[name]
      if name == .name { field.stamp = field.stamp.next(on: side) }
      return field
    }
  }
}
