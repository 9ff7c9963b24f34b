import LinkageCore
import Values

/// What may change entities, and when: all that is not a plain read.
///
/// Contracts may say too little, so whatever could change something is taken to: also a log-in.
struct Changes {
  let index: HistoryIndex
  let table: ChangeTable

  /// For each subject what may change it, as indices into the operations, the first begun first.
  var own: [[Int]] { table.own }
  /// How long a change of each entity may take from one platform to another.
  var deadlines: [Nanoseconds] { table.deadlines }
  /// Subjects of which nobody knows for sure whose answers they were in.
  var mixedUp: Set<Int> { table.mixedUp }

  /// Whether whatever else could have changed a subject, besides what names it, had begun and arrived
  /// before `earlier` or not begun before `later`.
  func isUndisturbed(_ subject: Int, from earlier: Instant, to later: Instant) -> Bool {
    let entity = index.subjects[subject].entity
    let rest = deadlines[entity]
    guard upheavals(of: subject).allSatisfy({ $0.areOver(by: earlier, before: later, rest: rest) }),
      table.unbound[entity]?.areOver(by: earlier, before: later, rest: rest) ?? true
    else { return false }
    return table.cases[subject].allSatisfy { number in
      table.unnamed[ChangeTable.Place(entity: entity, case: number)]?
        .areOver(by: earlier, before: later, rest: rest) ?? true
    }
  }

  /// Whether nobody had ever begun, before a moment, what may have changed a subject without naming it,
  /// and still may count or not.
  func isSteady(_ subject: Int, to later: Instant) -> Bool {
    let entity = index.subjects[subject].entity
    let unnamed = table.cases[subject].lazy.map {
      table.unnamed[ChangeTable.Place(entity: entity, case: $0)]
    }
    return upheavals(of: subject).allSatisfy { $0.count(before: later) == 0 }
      && (table.unbound[entity]?.count(before: later) ?? 0) == 0
      && unnamed.allSatisfy { ($0?.count(before: later) ?? 0) == 0 }
  }

  /// Those of the systems on which a subject can be.
  private func upheavals(of subject: Int) -> [Spans] {
    if table.upheavals.isEmpty { return [] }
    return ([nil] + table.cases[subject]).compactMap { table.upheavals[$0] }
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
