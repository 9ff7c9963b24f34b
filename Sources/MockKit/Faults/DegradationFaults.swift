/// What makes a correct product slow: latency or freshness suffer, nothing else.
extension FaultKind {
  package static let batch = FaultKind(
    "batch", .degradation,
    title: FaultText("sent by a timer", "定时批量同步"),
    meaning: FaultText(
      "Events leave only at each full interval of the mocks' clock, all that came meanwhile together.",
      "事件只在模拟时钟的每个整间隔发出，期间积累的一并发出。"),
    stages: [.send],
    attributes: [
      FaultAttribute(
        "every", .duration(.milliseconds(10) ... .seconds(604_800)), standard: "2s",
        FaultText("the interval", "间隔"))
    ]
  ) { $0.attributes = ["every": "1s"] }

  package static let slowApply = FaultKind(
    "slow_apply", .degradation,
    title: FaultText("slow to apply", "处理缓慢"),
    meaning: FaultText(
      "The receiver takes that long before it writes a change down.", "接收方在写入变更前要花这么久。"),
    stages: [.apply],
    attributes: [
      FaultAttribute(
        "delay", .duration(.zero ... .seconds(4)), standard: "300ms",
        FaultText("how long", "时长"))
    ]
  ) { $0.attributes = ["delay": "50ms"] }

  package static let staleReads = FaultKind(
    "stale_reads", .degradation,
    title: FaultText("reads from a replica", "读取滞后副本"),
    meaning: FaultText(
      "Members read from a copy that is refreshed after that long, and at once after each change made on the same platform.",
      "会员读到的是副本，副本每隔这么久刷新，本平台有变更时立即刷新。"),
    stages: [.read], isWhole: true,
    attributes: [
      FaultAttribute(
        "bound", .duration(.zero ... .seconds(60)), standard: "500ms",
        FaultText("how old it is at most", "最多滞后多久"))
    ]
  )
}
