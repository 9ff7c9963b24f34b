/// What the faults of the set are asked about each message.
extension LinkEnvironment {
  func subject(of entry: OutboxEntry, from side: ShopSide) -> FaultSubject {
    FaultSubject(
      on: side, .send, event: entry.id, type: entry.type, entity: entry.subject,
      attempt: entry.attempts + 1
    ) { [entry.lane] + FaultMembers.named(in: entry.body) }
  }

  func subject(of message: SignedMessage, from side: ShopSide) -> FaultSubject {
    FaultSubject(
      on: side, .send, event: message.id, type: message.type, attempt: message.attempt
    ) { FaultMembers.named(in: message.body) }
  }

  func subject(
    of message: SignedMessage, withCounterFrom server: MockServerName, entity: String = ""
  ) -> FaultSubject {
    FaultSubject(
      on: server, .counter, .send, event: message.id, type: message.type, entity: entity,
      attempt: message.attempt)
  }

  /// Waits as long as the faults hold back a question, which no outbox keeps.
  func linger(_ subject: FaultSubject) async {
    guard let fault = faults.fires(.latency, subject) else { return }
    await clock.sleep(for: length(of: fault, for: subject))
  }

  /// How long a fault delays one attempt: the same for the same seed.
  func length(of fault: Fault, for subject: FaultSubject) -> Duration {
    fault.latency("delay").length(
      of: "\(fault.id)|\(subject.event)|\(subject.attempt)", by: hash)
  }
}
