/// How the domain asks whether a defect shows itself.
extension Shop {
  /// - Parameter event: what sets this occasion apart from others: whether the defect shows itself
  ///   follows from it. Like the others it is made only while there are faults.
  package func fires(
    _ kind: FaultKind, event: @autoclosure () -> String, type: @autoclosure () -> String,
    entity: @autoclosure () -> String = ""
  ) -> Fault? {
    faults.fires(
      kind,
      FaultSubject(
        on: side, kind.stages.first ?? .apply, event: event(), type: type(), entity: entity()))
  }

  func fires(_ kind: FaultKind, _ event: LinkEvent<UnreadPayload>) -> Fault? {
    fires(kind, event: event.id, type: event.type.rawValue, entity: event.subject)
  }

  /// Whether there is such a defect at what the other side sends here, also where it has shown itself
  /// as often as it may.
  func suffers(_ kind: FaultKind) -> Bool {
    faults.knows(kind, FaultLink(LinkDirection(from: side.other)))
  }
}

extension LinkRelay {
  func fires(_ kind: FaultKind, _ entry: OutboxEntry) -> Fault? {
    environment.faults.fires(kind, environment.subject(of: entry, from: side))
  }
}
