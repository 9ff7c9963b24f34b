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
  /// Those that nothing ties to a case.
  let unbound: [Int: Spans]
  /// Faults, and moved clocks, which change everything: by the case to whose own system they happened.
  let upheavals: [Int?: Spans]
  /// For each subject the cases that speak of it.
  let cases: [[Int]]

  struct Place: Hashable {
    var entity: Int
    var `case`: Int
  }

  init(_ index: HistoryIndex) {
    deadlines = index.entities.indices.map(index.settling)
    var collected = ChangeCollector(index)
    collected.collect()
    own = collected.own
    cases = collected.cases
    mixedUp = collected.mixedUp
    upheavals = index.disturbances.spans
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
