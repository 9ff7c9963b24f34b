/// What a fault picks; whatever is absent picks everything.
package struct FaultMatch: Sendable, Equatable {
  /// The type of an event or command, such as `order.paid`, or all below a dot, `order.*`; or the id
  /// of one event.
  package var event: String?
  /// A member's id; on the sending side also the phone number.
  package var member: String?
  /// The id of what changed: a member, an order, a ledger entry, a product.
  package var entity: String?
  /// 1 for the first attempt to deliver.
  package var attempts: [Int]?

  package init(
    event: String? = nil, member: String? = nil, entity: String? = nil, attempts: [Int]? = nil
  ) {
    self.event = event
    self.member = member
    self.entity = entity
    self.attempts = attempts
  }

  package var isEmpty: Bool { self == FaultMatch() }

  func picks(_ subject: FaultSubject) -> Bool {
    picks(event: subject) && attempts?.contains(subject.attempt) ?? true
      && entity.map { $0 == subject.entity } ?? true
      && member.map { subject.members().contains($0) } ?? true
  }

  private func picks(event subject: FaultSubject) -> Bool {
    guard let event else { return true }
    if event.hasSuffix(".*") { return subject.type.hasPrefix(event.dropLast()) }
    return event == subject.type || event == subject.event
  }
}
