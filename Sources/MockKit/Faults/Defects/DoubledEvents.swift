import Foundation
import GRDB

/// Changes that count twice, although they were made once.
extension FaultKind {
  private static func doubled(
    _ name: String, _ stage: FaultStage, _ title: FaultText, _ meaning: FaultText,
    attributes: [FaultAttribute] = []
  ) -> FaultKind {
    FaultKind(
      name, .defect, caughtBy: ["conservation", "exactly-once", "convergence"], title: title,
      meaning: meaning, stages: [stage], attributes: attributes,
      standard: { $0.match.event = "points.entry" })
  }

  static let doubleApplyPoints = doubled(
    "double_apply_points", .apply, FaultText("points are applied twice", "积分入账两次"),
    FaultText(
      "The receiver books the points of an event twice.", "接收方对同一事件的积分入账两次。"))

  static let dedupeRace = doubled(
    "dedupe_race", .send, FaultText("two deliveries race past the inbox", "并发重复投递绕过去重"),
    FaultText(
      "An event is delivered twice at the same instant; both deliveries look into the inbox before "
        + "either writes to it, so its points are booked twice.",
      "同一事件同时投递两次，两次都在写入收件箱前通过去重检查，积分入账两次。"))

  static let doubleRelay = doubled(
    "double_relay", .send, FaultText("two relays are running", "同步程序跑了两份"),
    FaultText(
      "Two instances of the relay read one outbox; each gives its events ids of its own.",
      "两个同步程序实例读取同一个发件箱，各自为事件生成不同的 id。"))

  static let newIdPerAttempt = doubled(
    "new_id_per_attempt", .send, FaultText("a new id for each attempt", "每次重试换新 id"),
    FaultText(
      "The acknowledgement of an event is lost, and the retry carries another id, so that the "
        + "receiver does not recognise it.",
      "确认丢失后重试时换了新的事件 id，接收方无法去重。"))

  static let dedupeTtlTooShort = doubled(
    "dedupe_ttl_too_short", .send, FaultText("the inbox forgets too soon", "去重记录过期太早"),
    FaultText(
      "The acknowledgement of an event is lost, and the retry comes after the receiver has forgotten "
        + "its id.",
      "确认丢失，重试到达时接收方的去重记录已过期。"),
    attributes: [
      FaultAttribute(
        "ttl", .duration(.zero ... .seconds(60)), standard: "100ms",
        FaultText("how long the inbox remembers", "去重记录保留多久"))
    ])
}

extension LinkRelay {
  /// Delivers an event as often, and under whatever ids, as the defects that show themselves want.
  func deliverMaybeTwice(_ entry: OutboxEntry, to target: String) async -> LinkDelivery {
    if fires(.dedupeRace, entry) != nil {
      async let twin = environment.deliver(entry, from: side, to: target)
      let delivery = await environment.deliver(entry, from: side, to: target)
      _ = await twin
      return delivery
    }
    let delivery = await environment.deliver(entry, from: side, to: target)
    guard delivery == .accepted, let again = await repeated(entry) else { return delivery }
    return await environment.deliver(again, from: side, to: target)
  }

  private func repeated(_ entry: OutboxEntry) async -> OutboxEntry? {
    if fires(.doubleRelay, entry) != nil || fires(.newIdPerAttempt, entry) != nil {
      return entry.renamed()
    }
    if fires(.replayAccepted, entry) != nil { return entry }
    guard let fault = fires(.dedupeTtlTooShort, entry) else { return nil }
    try? await Task.sleep(for: fault.duration("ttl"))
    return entry
  }
}

extension OutboxEntry {
  private static let mark = "-again"

  /// The same event under another id.
  fileprivate func renamed() -> OutboxEntry {
    let (old, new) = (Data("\"\(id)\"".utf8), Data("\"\(id)\(Self.mark)\"".utf8))
    var body = body
    if let place = body.range(of: old) { body.replaceSubrange(place, with: new) }
    var entry = OutboxEntry(
      sequence: sequence, id: id + Self.mark, type: type, subject: subject, lane: lane,
      traceparent: traceparent, body: body, committed: committed)
    entry.life = life
    return entry
  }

  static func isRenamed(_ id: String) -> Bool { id.hasSuffix(mark) }
}

extension Shop {
  /// Whether an event that the inbox knows is taken once more.
  var forgetsInbox: Bool {
    [FaultKind.dedupeRace, .dedupeTtlTooShort, .replayAccepted, .statusRegression].contains(
      where: suffers)
  }
}

extension LinkApplier {
  /// Books points again under an entry of their own: a receiver that relies on the inbox alone.
  ///
  /// - Parameter isNew: whether the inbox knew nothing of the event.
  func bookAgain(_ event: LinkEvent<UnreadPayload>, in call: Call, isNew: Bool) throws {
    guard event.type == .pointsEntry else { return }
    let isRepeated = !isNew || OutboxEntry.isRenamed(event.id)
    guard isRepeated || change.shop.fires(.doubleApplyPoints, event) != nil else { return }
    let record = try call.decode(LinkEvent<PointsRecord>.self).data
    let entry = record.entry
    let copy = PointsEntry(
      entryId: change.ids.entry(try Counter.entry.next(in: database)), amount: entry.amount,
      reason: entry.reason, at: entry.at, origin: entry.origin)
    _ = try Points.insert(copy, ofSurvivor: record.memberId, in: database)
  }
}
