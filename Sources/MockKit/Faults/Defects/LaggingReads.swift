import Foundation

/// Reads that trail what has arrived.
extension FaultKind {
  static let alwaysOneBehind = FaultKind(
    "always_one_behind", .defect, caughtBy: ["freshness", "durability"],
    title: FaultText("always one change behind", "总是落后一次变更"),
    meaning: FaultText(
      "The receiver applies an event only when the next one of the same thing comes; the first one of "
        + "each it applies at once.",
      "同一对象的事件要等下一条到达才生效；每个对象的第一条立即生效。"),
    stages: [.receive])

  static let staleCache = FaultKind(
    "stale_cache", .defect, caughtBy: ["freshness", "durability"],
    title: FaultText("a cache that the link does not clear", "同步不清缓存"),
    meaning: FaultText(
      "Answers to reads are cached for each member; what the member changes here clears the cache, "
        + "what comes over the link does not.",
      "读接口按会员缓存：本端写入会清缓存，从链路同步来的变更不会。"),
    stages: [.read],
    attributes: [
      FaultAttribute(
        "ttl", .duration(.zero ... .seconds(3600)), standard: "1m",
        FaultText("how long an answer is cached", "缓存多久"))
    ])

  static let flicker = FaultKind(
    "flicker", .defect, caughtBy: ["monotonic-reads"],
    title: FaultText("every other read lags", "读到的内容忽新忽旧"),
    meaning: FaultText(
      "Every other read goes to a replica that lags behind, so what was seen once is gone again.",
      "隔一次读到滞后的从库，看到过的内容又消失。"),
    stages: [.read],
    attributes: [
      FaultAttribute(
        "lag", .duration(.zero ... .seconds(3600)), standard: "2s",
        FaultText("how far the replica is behind", "从库落后多久"))
    ])
}

extension Shop {
  /// - Returns: the delivery to be applied now: the one of the same subject before this one, where
  ///   there is none nothing.
  func due(_ call: Call, _ event: LinkEvent<UnreadPayload>) -> Call? {
    guard fires(.alwaysOneBehind, event) != nil else { return call }
    let isKnown = relay.memory.pages.change("seen \(event.subject)") { page in
      defer { page = RememberedPage() }
      return page != nil
    }
    guard isKnown else { return call }
    return relay.memory.deliveries.change(event.subject) { held in
      defer { held = call }
      return held
    }
  }
}
