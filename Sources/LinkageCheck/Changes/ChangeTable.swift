import LinkageCore

/// What a history says of what may change which entity, made once for all checkers.
final class ChangeTable: Sendable {
  /// For each subject what may change it, as indices into the operations, the first begun first.
  let own: [[Int]]
  /// How long a change of each entity may take from one platform to another.
  let deadlines: [Nanoseconds]
  /// Subjects of which nobody knows for sure whose answers they were in.
  let mixedUp: Set<Int>
  /// Writes of an entity without a key, by the case that did them.
  let unnamed: [Place: Spans]
  /// Those that nothing ties to a case, by the system on which they were done.
  let unbound: [Home: Spans]
  /// Faults, which hold up what is on its way, by the system.
  let outages: [Int: Spans]
  /// Moved clocks, with which anything may change, by the system.
  let leaps: [Int: Spans]
  /// By subject: while people who were known as one became known as another.
  let renamings: [Int: Spans]
  /// For each subject the cases that speak of it.
  let cases: [[Int]]

  struct Place: Hashable {
    var entity: Int
    var `case`: Int
  }

  /// An entity of a system.
  struct Home: Hashable {
    var entity: Int
    var system: Int
  }

  init(_ index: HistoryIndex) {
    deadlines = index.entities.indices.map(index.settling)
    var collected = ChangeCollector(index)
    collected.collect()
    own = collected.own
    cases = collected.cases
    mixedUp = collected.mixedUp
    outages = index.disturbances.outages
    leaps = index.disturbances.leaps
    renamings = index.renamings.mapValues { Spans($0) }
    var unnamed: [Place: Spans] = [:]
    for (entity, byCase) in collected.unnamed {
      for (number, spans) in byCase {
        unnamed[Place(entity: entity, case: number)] = Spans(spans)
      }
    }
    self.unnamed = unnamed
    unbound = collected.unbound.mapValues { Spans($0) }
  }
}
