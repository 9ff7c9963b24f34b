/// What goes wrong between two systems. A correct link comes through: each change arrives once.
extension FaultKind {
  /// Each first attempt: the second one follows at once, so that a busy member's queue is not held
  /// up for longer than people wait.
  private static let first = FaultMatch(attempts: [1])

  package static let latency = FaultKind(
    "latency", .transport,
    title: FaultText("slow link", "链路延迟"),
    meaning: FaultText(
      "Each message is held that long before it leaves; those of one member keep their order.",
      "每条消息在发出前停留这么久；同一会员的消息保持次序。"),
    stages: [.send],
    attributes: [
      FaultAttribute(
        "delay", .latency, standard: "200ms",
        FaultText("how long, or how lengths are distributed", "时长或其分布"))
    ]
  ) { $0.attributes = ["delay": "50ms..400ms"] }

  package static let drop = FaultKind(
    "drop", .transport,
    title: FaultText("lost message", "消息丢失"),
    meaning: FaultText(
      "The message does not arrive, and the connection breaks without an answer.",
      "消息没有到达，连接在没有应答的情况下断开。"),
    stages: [.send]
  ) { $0.match = first }

  package static let duplicate = FaultKind(
    "duplicate", .transport,
    title: FaultText("delivered twice", "重复送达"),
    meaning: FaultText(
      "Copies of the message arrive at the same time as it does.", "消息与它的副本同时到达。"),
    stages: [.send],
    attributes: [
      FaultAttribute(
        "copies", .number(1...10), standard: 1, FaultText("how many more", "多出几份"))
    ]
  )

  package static let reorder = FaultKind(
    "reorder", .transport,
    title: FaultText("out of order", "乱序"),
    meaning: FaultText(
      "The event steps out of its member's order and arrives that much later; what was changed after it passes by.",
      "事件脱离其会员的次序，晚这么久到达；后来的变更先到。"),
    stages: [.send],
    attributes: [
      FaultAttribute(
        "delay", .latency, standard: "300ms", FaultText("how much later", "晚到多久"))
    ]
  ) { $0.probability = 0.5 }

  package static let partition = FaultKind(
    "partition", .transport,
    title: FaultText("link cut", "链路中断"),
    meaning: FaultText(
      "Nothing passes: events wait in the outbox, and what one side must ask the other is answered 503.",
      "任何消息都无法通过：事件留在发件箱，需要询问对方的操作返回 503。"),
    stages: [.send], isWhole: true
  ) { $0.ttl = .seconds(1) }

  package static let timeout = FaultKind(
    "timeout", .transport,
    title: FaultText("no answer", "无应答超时"),
    meaning: FaultText(
      "The message does not arrive, and whoever sent it gives up waiting after that long.",
      "消息没有到达，发送方等待这么久后放弃。"),
    stages: [.send],
    attributes: [
      FaultAttribute(
        "wait", .duration(.zero ... .seconds(60)), standard: "1s",
        FaultText("how long it waits", "等待多久"))
    ]
  ) {
    $0.match = first
    $0.attributes = ["wait": "100ms"]
  }

  package static let resetPeer = FaultKind(
    "reset_peer", .transport,
    title: FaultText("connection reset", "连接被重置"),
    meaning: FaultText(
      "Half of the message is sent, then the connection is reset (TCP RST).",
      "消息发出一半后连接被重置（TCP RST）。"),
    stages: [.send]
  ) { $0.match = first }

  package static let abort = FaultKind(
    "abort", .transport,
    title: FaultText("refused on its way", "途中被拒"),
    meaning: FaultText(
      "The message does not arrive; something between the two answers with a status.",
      "消息没有到达，中间的某个环节返回了状态码。"),
    stages: [.send],
    attributes: [
      FaultAttribute(
        "status", .number(500...599), standard: 503, FaultText("the answer", "返回的状态码"))
    ]
  ) { $0.match = first }

  package static let ackLost = FaultKind(
    "ack_lost", .transport,
    title: FaultText("answer lost", "应答丢失"),
    meaning: FaultText(
      "The message arrives and is carried out, and its answer is lost; it is sent again.",
      "消息到达并已执行，但应答丢失，于是再次发送。"),
    stages: [.send]
  ) { $0.match = first }

  package static let truncate = FaultKind(
    "truncate", .transport,
    title: FaultText("cut short", "报文截断"),
    meaning: FaultText(
      "The connection is closed when half of the message has been sent.", "消息发出一半后连接关闭。"),
    stages: [.send]
  ) { $0.match = first }

  package static let crashRestart = FaultKind(
    "crash_restart", .transport,
    title: FaultText("crash and restart", "崩溃重启"),
    meaning: FaultText(
      "The receiver's own work on the link ends without an answer, and begins again from its database.",
      "接收方的同步进程未作应答即终止，随后从数据库恢复。"),
    stages: [.receive, .apply],
    attributes: [
      FaultAttribute(
        "pause", .duration(.zero ... .seconds(60)), standard: "200ms",
        FaultText("how long it is away", "停机多久"))
    ]
  ) {
    $0.match = first
    $0.probability = 0.2
    $0.count = 5
    $0.attributes = ["pause": "100ms"]
  }

  package static let skewClock = FaultKind(
    "skew_clock", .transport,
    title: FaultText("clock runs ahead or behind", "时钟偏差"),
    meaning: FaultText(
      "The sender's clock stamps the message's signature that far off, within what the receiver allows.",
      "发送方时钟为签名打的时间戳有这么大的偏差，但仍在接收方容许范围内。"),
    stages: [.send],
    attributes: [
      FaultAttribute(
        "by", .duration(.seconds(-240) ... .seconds(240)), standard: "120s",
        FaultText("ahead, or behind with a minus", "超前为正，落后为负"))
    ]
  )
}
