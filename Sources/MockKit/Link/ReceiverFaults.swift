import Foundation

/// What goes wrong where a message arrives.
struct ReceiverFaults: Sendable {
  let shop: Shop
  private let link: FaultLink
  private let id: String
  private let type: String
  private let entity: String
  private let attempt: Int
  private let body: Data

  init(shop: Shop, call: Call, event: LinkEvent<UnreadPayload>) {
    let isStock = event.type == .stockChanged
    self.init(
      shop: shop, call: call, isStock ? .counter : nil, id: event.id, type: event.type.rawValue,
      entity: event.subject)
  }

  /// - Parameter link: from the other platform unless it is said.
  init(
    shop: Shop, call: Call, _ link: FaultLink? = nil, id: String, type: String,
    entity: String = ""
  ) {
    self.shop = shop
    self.link = link ?? FaultLink(LinkDirection(from: shop.side.other))
    self.id = id
    self.type = type
    self.entity = entity
    attempt = call.headers[LinkReceiver.attempt].flatMap(Int.init) ?? 1
    body = call.body
  }

  private func fires(_ kind: FaultKind, _ stage: FaultStage) -> Fault? {
    shop.faults.fires(kind, subject(stage))
  }

  func subject(_ stage: FaultStage) -> FaultSubject {
    FaultSubject(
      on: shop.side.server, link, stage, event: id, type: type, entity: entity, attempt: attempt
    ) { [body] in FaultMembers.named(in: body) }
  }

  /// Before anything is written.
  func receive() async throws {
    guard !shop.faults.isEmpty else { return }
    try checkPresence()
    try crash(.receive)
    if let slow = fires(.slowApply, .apply) {
      await shop.clock.sleep(for: slow.duration("delay"))
    }
  }

  /// Once it is written.
  func finish() throws {
    guard !shop.faults.isEmpty else { return }
    try crash(.apply)
  }

  private func checkPresence() throws {
    if shop.relay.isAway { throw ReceiverAway() }
  }

  private func crash(_ stage: FaultStage) throws {
    guard let fault = fires(.crashRestart, stage) else { return }
    let (relay, pause) = (shop.relay, fault.duration("pause"))
    Task { await relay.crash(awayFor: pause) }
    throw ReceiverAway()
  }
}

/// Nobody answers; a gateway says so.
struct ReceiverAway: ProblemConvertible, Equatable {
  var problem: Problem {
    Problem(
      502, "receiver-away", "Nobody answers",
      detail: "What works on the link here has crashed and is being started again.")
  }
}
