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
    let rest = deadlines[index.subjects[subject].entity]
    return (outages(of: subject) + unknown(of: subject))
      .allSatisfy { $0.areOver(by: earlier, before: later, rest: rest) }
  }

  /// What may have changed a subject by anything without naming it.
  func unknown(of subject: Int) -> [Spans] {
    let (entity, system) = (index.subjects[subject].entity, index.subjects[subject].system)
    let unnamed = table.cases[subject].compactMap {
      table.unnamed[ChangeTable.Place(entity: entity, case: $0)]
    }
    let unbound = table.unbound[ChangeTable.Home(entity: entity, system: system)]
    return unnamed + [unbound, table.renamings[subject], table.leaps[system]].compactMap { $0 }
  }

  /// When something of a subject's system was broken.
  func outages(of subject: Int) -> [Spans] {
    [table.outages[index.subjects[subject].system]].compactMap { $0 }
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
