/// What becomes of a delivery when a defect shows itself.
extension Shop {
  /// A delivery as the receiver reads it; nothing where it applies none now.
  func asRead(
    _ call: Call, _ event: LinkEvent<UnreadPayload>
  ) throws -> (call: Call, event: LinkEvent<UnreadPayload>)? {
    guard !faults.isEmpty else { return (call, event) }
    guard !loses(event), let due = due(truncated(call, event), event) else { return nil }
    return (due, try due.decode(LinkEvent<UnreadPayload>.self))
  }
}

extension LinkApplier {
  /// What is done beside what an event says.
  ///
  /// - Parameter isNew: whether the inbox knew nothing of the event.
  func misapply(_ event: LinkEvent<UnreadPayload>, in call: Call, isNew: Bool) throws {
    guard !change.shop.faults.isEmpty else { return }
    try bookAgain(event, in: call, isNew: isNew)
    try echo(event)
  }
}
