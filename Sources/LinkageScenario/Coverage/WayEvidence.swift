import LinkageCore

/// The ways that changes go in a journey.
struct WayEvidence {
  /// Somebody waits for the change to arrive.
  private(set) var waiting: Set<Link> = []
  /// Written here and later read there.
  private(set) var reading: Set<Link> = []
  private(set) var claims: Set<Claim> = []

  init(_ journey: Journey) {
    let entities = Dictionary(
      journey.entities.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    /// By entity, the platforms on which it has been written.
    var written: [String: Set<String>] = [:]
    for act in journey.acts {
      for entity in act.operation.reads {
        for from in written[entity] ?? [] where from != act.platform {
          reading.insert(Link(entity: entity, from: from, to: act.platform))
        }
        wait(for: entity, act, journey, entities[entity])
      }
      for entity in act.operation.writes where act.changes(entity) {
        written[entity, default: []].insert(act.platform)
      }
    }
  }

  private mutating func wait(
    for name: String, _ act: Act, _ journey: Journey, _ entity: Contract.Entity?
  ) {
    guard let sync = act.step.sync, sync.entity == name else { return }
    for write in journey.awaited(name, by: act) where write.platform != act.platform {
      waiting.insert(Link(entity: name, from: write.platform, to: act.platform))
      let way = Claim.Way(from: write.platform, to: act.platform)
      if let slo = entity?.slo { claims.insert(Claim(name, .slo(slo, way))) }
      // A step that waits longer lets pass what comes too late.
      if let within = entity?.within, sync.within <= within {
        claims.insert(Claim(name, .within(within, way)))
      }
    }
  }
}
