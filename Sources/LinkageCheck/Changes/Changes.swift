import LinkageCore
import Values

/// What may change entities, and when: all that is not a plain read.
///
/// Contracts may say too little, so whatever could change something is taken to: also a log-in.
struct Changes {
  let index: HistoryIndex
  /// For each subject what may change it, as indices into the operations, the first begun first.
  let own: [[Int]]
  /// How long a change of each entity may take from one platform to another.
  let deadlines: [Nanoseconds]
  /// Subjects of which nobody knows for sure whose answers they were in.
  let mixedUp: Set<Int>
  /// Writes of an entity without a key, by the case that did them.
  private let unnamed: [Place: Spans]
  /// Those that nothing ties to a case.
  private let unbound: [Int: Spans]
  /// Faults, and moved clocks, which change everything: by the case to whose own system they happened.
  private let upheavals: [Int?: Spans]
  /// For each subject the cases that speak of it.
  private let cases: [[Int]]

  private struct Place: Hashable {
    var entity: Int
    var `case`: Int
  }

  init(_ index: HistoryIndex) {
    self.index = index
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

  /// Whether whatever else could have changed a subject, besides what names it, had begun and arrived
  /// before `earlier` or not begun before `later`.
  func isUndisturbed(_ subject: Int, from earlier: Instant, to later: Instant) -> Bool {
    let entity = index.subjects[subject].entity
    let rest = deadlines[entity]
    guard upheavals(of: subject).allSatisfy({ $0.areOver(by: earlier, before: later, rest: rest) }),
      unbound[entity]?.areOver(by: earlier, before: later, rest: rest) ?? true
    else { return false }
    return cases[subject].allSatisfy { number in
      unnamed[Place(entity: entity, case: number)]?
        .areOver(by: earlier, before: later, rest: rest) ?? true
    }
  }

  /// Whether nobody had ever begun, before a moment, what may have changed a subject without naming it,
  /// and still may count or not.
  func isSteady(_ subject: Int, from earlier: Instant, to later: Instant) -> Bool {
    let entity = index.subjects[subject].entity
    return upheavals(of: subject).allSatisfy { $0.count(before: later) == 0 }
      && (unbound[entity]?.count(before: later) ?? 0) == 0
      && cases[subject].allSatisfy { number in
        (unnamed[Place(entity: entity, case: number)]?.count(before: later) ?? 0) == 0
      }
  }

  /// Those of the systems on which a subject can be.
  private func upheavals(of subject: Int) -> [Spans] {
    if upheavals.isEmpty { return [] }
    return ([nil] + cases[subject]).compactMap { upheavals[$0] }
  }

  /// The writes of a subject, as stretches of time.
  func spans(of subject: Int) -> Spans {
    Spans(own[subject].map { index.operations[$0].change })
  }
}

extension IndexedOperation {
  /// When it may change something: until it is answered, and without an answer for ever.
  var change: (began: Instant, ended: Instant) {
    (began, end == .ok ? received : Instant(.max))
  }
}
