import Synchronization

/// One event after which no other one leaves.
extension FaultKind {
  static let poisonBlocksLink = FaultKind(
    "poison_blocks_link", .defect, caughtBy: ["liveness", "durability"],
    title: FaultText("one bad message blocks the link", "一条坏消息堵住整条链路"),
    meaning: FaultText(
      "The relay tries one event again and again, and sends no other one meanwhile, whosoever's it is.",
      "同步程序反复重试同一条事件，期间其他会员的事件也都不发送。"),
    stages: [.send],
    standard: {
      $0.match.event = "order.paid"
      $0.count = 1
    })

  static let endpointSilentlyDisabled = FaultKind(
    "endpoint_silently_disabled", .defect, caughtBy: ["liveness", "durability"],
    title: FaultText("the endpoint is disabled silently", "推送端点被悄悄停用"),
    meaning: FaultText(
      "After a failure the relay sends nothing any more, and tells nobody.",
      "一次失败后同步程序不再发送任何事件，也没有告警。"),
    stages: [.send],
    standard: {
      $0.match.event = "order.*"
      $0.after = 3
      $0.count = 1
    })
}

extension LinkRelay {
  private static let pause: Duration = .milliseconds(100)

  /// Holds all lanes up where an event makes them stop, until the fault is taken away.
  ///
  /// - Returns: whether they were held up; the event is still to be sent.
  func stalls(at entry: OutboxEntry) async -> Bool {
    let poison = fires(.poisonBlocksLink, entry)
    guard let fault = poison ?? fires(.endpointSilentlyDisabled, entry) else { return false }
    state.withLock { $0.isStalled = true }
    let end = fault.ttl.map { environment.clock.now + $0 }
    while isThere(fault, until: end), (try? await Task.sleep(for: Self.pause)) != nil {
      if poison != nil { state.withLock { $0.status.retries += 1 } }
    }
    state.withLock { $0.isStalled = false }
    wakeIdleLanes()
    return true
  }

  private func isThere(_ fault: Fault, until end: Duration?) -> Bool {
    if let end, environment.clock.now >= end { return false }
    return environment.faults.reports.contains { $0.id == fault.id }
  }
}
