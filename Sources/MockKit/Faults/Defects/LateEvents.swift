import Foundation
import GRDB

/// Events that come after later ones, and undo them.
extension FaultKind {
  private static let delay = FaultAttribute(
    "delay", .duration(.zero ... .seconds(60)), standard: "60ms",
    FaultText("how late the older event comes", "旧事件迟到多久"))

  static let statusRegression = FaultKind(
    "status_regression", .defect, caughtBy: ["status-order"],
    title: FaultText("a status goes back", "状态倒退"),
    meaning: FaultText(
      "The event before is delivered once more after an order's latest one, and the receiver takes "
        + "it for news, for it does not compare versions.",
      "订单最新事件之后又重投了上一条事件，接收方不比较版本，直接覆盖。"),
    stages: [.send], attributes: [delay], standard: { $0.match.event = "order.*" })

  static let deleteResurrects = FaultKind(
    "delete_resurrects", .defect, caughtBy: ["convergence", "scenario:member-deletion"],
    title: FaultText("a late event brings a deleted member back", "注销后被迟到事件复活"),
    meaning: FaultText(
      "A change of the profile arrives after the deletion, and the receiver makes the member anew, "
        + "for it keeps no tombstone.",
      "资料变更事件晚于注销到达，接收方没有墓碑记录，会员被重新建立。"),
    stages: [.send], attributes: [delay])
}

extension LinkRelay {
  /// Sends what comes late after an event that was delivered; the lane waits for it.
  func sendLate(after entry: OutboxEntry, to target: String) async {
    let previous = previous(of: entry)
    if let previous, let fault = fires(.statusRegression, entry) {
      await send(previous, after: fault.duration("delay"), to: target)
      try? await Task.sleep(for: fault.duration("delay"))
    }
    guard entry.type == LinkEventType.memberDeleted.rawValue,
      let fault = fires(.deleteResurrects, entry), let late = await lateUpdate(after: entry)
    else { return }
    await send(late, after: fault.duration("delay"), to: target)
  }

  private func send(_ entry: OutboxEntry, after delay: Duration, to target: String) async {
    guard (try? await Task.sleep(for: delay)) != nil else { return }
    _ = await environment.deliver(entry, from: side, to: target)
  }

  /// The event of the same order before this one, where somebody may want it.
  private func previous(of entry: OutboxEntry) -> OutboxEntry? {
    guard entry.type.hasPrefix("order."),
      environment.faults.knows(.statusRegression, FaultLink(direction))
    else { return nil }
    return memory.messages.change(entry.subject) { known in
      defer { known = entry }
      return known
    }
  }

  private func lateUpdate(after entry: OutboxEntry) async -> OutboxEntry? {
    guard let record = try? await database.read({ try Members.require(entry.subject, in: $0) })
    else { return nil }
    let id = entry.id + "-late"
    let event = LinkEvent(
      .memberUpdated, id: id, from: side.server, of: entry.subject,
      at: MockClock.timestamp(entry.committed), traceparent: entry.traceparent, record)
    guard let body = try? JSONText.data(event) else { return nil }
    var late = OutboxEntry(
      sequence: entry.sequence, id: id, type: event.type.rawValue, subject: entry.subject,
      lane: entry.lane, traceparent: entry.traceparent, body: body, committed: entry.committed)
    late.life = entry.life
    return late
  }
}

extension LinkApplier {
  /// Whether an order is written down whatever its version.
  var ignoresVersions: Bool { change.shop.suffers(.statusRegression) }

  /// Makes a member anew of whom an event tells.
  func resurrect(_ id: String) throws {
    guard change.shop.suffers(.deleteResurrects) else { return }
    let isMerged = try MemberMerge.survivor(of: id, in: database) != id
    guard !isMerged else { return }
    try database.run(sql: "UPDATE members SET deleted = 0 WHERE id = ?", arguments: [id])
  }
}
