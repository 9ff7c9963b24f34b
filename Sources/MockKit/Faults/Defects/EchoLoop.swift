import GRDB

extension FaultKind {
  static let echoLoop = FaultKind(
    "echo_loop", .defect, caughtBy: ["quiescence"],
    title: FaultText("changes echo", "同步回声"),
    meaning: FaultText(
      "What comes over the link is taken for a change of this side and sent back, so that versions "
        + "grow for ever.",
      "从链路收到的变更被当成本端变更再发回去，版本号不断增长。"),
    stages: [.apply],
    attributes: [
      FaultAttribute(
        "pause", .duration(.milliseconds(20)...(.seconds(60))), standard: "50ms",
        FaultText("before a change is sent back", "发回之前等多久"))
    ], standard: { $0.match.event = "order.completed" })
}

extension LinkApplier {
  /// Has this side send back what has come, a while later, as if it had been changed here.
  func echo(_ event: LinkEvent<UnreadPayload>) throws {
    let isEchoed = event.type == .memberUpdated || event.type.rawValue.hasPrefix("order.")
    guard isEchoed, let fault = change.shop.fires(.echoLoop, event) else { return }
    let (shop, life, pause) = (change.shop, change.shop.epoch.number, fault.duration("pause"))
    database.afterNextTransaction { _ in
      Task { try await shop.echo(event.type, of: event.subject, in: life, after: pause) }
    }
  }
}

extension Shop {
  fileprivate func echo(
    _ type: LinkEventType, of subject: String, in life: UInt64, after pause: Duration
  ) async throws {
    try await Task.sleep(for: pause)
    try await database.write { database in
      guard epoch.number == life else { return }
      let change = ShopChange(
        database: database, shop: self, trace: Traceparent(nil), ticket: nil)
      try type == .memberUpdated ? change.touchMember(subject) : change.touchOrder(subject)
    }
  }
}

extension ShopChange {
  fileprivate func touchMember(_ subject: String) throws {
    let id = try member(subject)
    guard try !Members.isBuried(id, in: database) else { return }
    var record = try Members.require(id, in: database)
    record.profile = record.profile.touched(on: side)
    try Members.update(record, in: database)
    try publish(.memberUpdated, of: id, lane: record.phone, record)
  }

  fileprivate func touchOrder(_ id: String) throws {
    var order = try Orders.find(id, in: database)
    order.version += 1
    try Orders.put(order, in: database)
    try publish(order.status.event, of: id, for: order.memberId, order)
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
