import LinkageCore

/// What a journey's reads look at: fields that only change one way, amounts, one's own changes.
struct ReadEvidence {
  private(set) var claims: Set<Claim> = []
  private let journey: Journey

  init(_ journey: Journey) {
    self.journey = journey
    for entity in journey.entities {
      let acts = journey.acts.filter {
        $0.operation.reads.contains(entity.name) || $0.operation.writes.contains(entity.name)
      }
      guard !acts.isEmpty else { continue }
      look(at: entity, acts)
      if !entity.readYourWrites.isEmpty { ownChanges(of: entity, acts) }
    }
    for act in journey.acts { compare(act) }
  }

  // MARK: After a change

  private mutating func look(at entity: Contract.Entity, _ acts: [Act]) {
    guard let first = acts.firstIndex(where: { $0.changes(entity.name) }) else { return }
    let later = acts[(first + 1)...]
    for field in entity.fields {
      let reads = later.filter { $0.shows(field.name, of: entity.name) }
      guard !reads.isEmpty else { continue }
      if let monotonic = field.monotonic, Self.isSeenTwice(reads) {
        claims.insert(Claim(entity.name, .monotonic(field: field.name, monotonic)))
      }
      if let least = field.least {
        claims.insert(Claim(entity.name, .least(field: field.name, least)))
      }
    }
    if let ledger = entity.ledger,
      later.contains(where: {
        $0.shows(ledger.balance, of: entity.name) && $0.shows(ledger.entries, of: entity.name)
      })
    {
      claims.insert(
        Claim(entity.name, .ledger(balance: ledger.balance, entries: ledger.entries)))
    }
  }

  /// By the same actor on the same platform.
  private static func isSeenTwice(_ reads: [Act]) -> Bool {
    var seen: Set<[String?]> = []
    return reads.contains { $0.isRepeated || !seen.insert([$0.step.actor, $0.platform]).inserted }
  }

  // MARK: One's own changes

  private mutating func ownChanges(of entity: Contract.Entity, _ acts: [Act]) {
    /// By actor, all that he changed, the last one last.
    var written: [String?: [Act]] = [:]
    for act in acts {
      if act.changes(entity.name) {
        written[act.step.actor, default: []].append(act)
      } else if act.operation.reads.contains(entity.name),
        entity.readYourWrites.contains(act.platform),
        let writes = written[act.step.actor], isOwn(act, after: writes, entity)
      {
        claims.insert(Claim(entity.name, .readYourWrites(platform: act.platform)))
      }
    }
  }

  /// Whether a read would show that the actor's own change is missing: to the journey, which expects
  /// something at once, or to the checker, which compares what both say.
  private func isOwn(_ read: Act, after writes: [Act], _ entity: Contract.Entity) -> Bool {
    let isExpected = !read.step.expect.isEmpty || read.step.fails != nil
    if read.step.sync == nil, isExpected, writes.last?.platform == read.platform { return true }
    return writes.contains { $0.platform == read.platform && Self.isComparable($0, read, entity) }
  }

  private static func isComparable(_ write: Act, _ read: Act, _ entity: Contract.Entity) -> Bool {
    let said = Set((write.operation.inputs + write.operation.outputs).map(\.name))
    if let ledger = entity.ledger, said.contains(ledger.id),
      read.shows(ledger.entries, of: entity.name)
    {
      return true
    }
    return entity.fields.contains { field in
      (field.monotonic != nil || !field.flow.isEmpty) && said.contains(field.name)
        && read.shows(field.name, of: entity.name)
    }
  }

  // MARK: The same everywhere

  private mutating func compare(_ act: Act) {
    guard case .parity(let parity) = act.step.body, parity.reads.count > 1 else { return }
    for entity in journey.entities where act.operation.reads.contains(entity.name) {
      for field in entity.fields {
        let isWhole = parity.fields.contains(field.name) && parity.entity == entity.name
        if isWhole || isListed(field.name, of: entity.name, act, parity) {
          claims.insert(Claim(entity.name, .same(field: field.name)))
        }
      }
    }
  }

  /// Whether a list that is compared is one of such entities, with that field.
  private func isListed(
    _ field: String, of entity: String, _ act: Act, _ parity: Parity
  ) -> Bool {
    act.operation.outputs.contains { output in
      output.element == entity && parity.fields.contains(output.name)
        && output.elements?.contains { $0.name == field } == true
    }
  }
}
