public import LinkageCore
import Synchronization
import Values

/// What a history says of entities, made once for all checkers.
///
/// Time and memory grow with the history; nothing here is decided yet.
public final class HistoryIndex: Sendable {
  public let history: History
  /// In the order of the history; those that were never answered stand last.
  public let operations: [IndexedOperation]
  /// In the order of the operations.
  public let observations: [Observation]
  public let listings: [Listing]
  public let subjects: [Subject]
  public let people: [Person]
  /// Each case's events, step by step.
  let records: [CaseRecord]
  /// For each entity.
  let orders: [FieldOrder]
  let disturbances: Disturbances
  let endings: Endings
  let systems: Systems
  /// By subject, one for each person and platform: most checkers look through them.
  let personTracks: [[Track]]
  /// By subject: while people who were known as one became known as another.
  let renamings: [Int: [(began: Instant, ended: Instant)]]
  let longest: Nanoseconds
  /// Made when the first checker asks for it.
  private let changeTable = Mutex<ChangeTable?>(nil)

  /// - Parameter measurements: what the probes of the same history measured.
  public convenience init(_ history: History, measurements: [Measurement] = []) {
    self.init(
      IndexBuilder.filled(history), longest: Self.longest(measurements),
      records: CaseRecord.all(of: history))
  }

  /// - Parameters:
  ///   - builder: has read its whole history.
  ///   - longest: how long a change may take of which the contract says nothing.
  init(_ builder: IndexBuilder, longest: Nanoseconds, records: [CaseRecord]) {
    let history = builder.history
    self.history = history
    self.records = records
    operations = builder.operations
    observations = builder.observations
    listings = builder.listings
    subjects = builder.subjects
    people = builder.people
    systems = builder.systems
    renamings = builder.renamed
    let orders = history.outline.entities.map(FieldOrder.init)
    self.orders = orders
    disturbances = Disturbances(history.outline, records, builder.systems)
    (personTracks, endings) = Parallel.map(
      upTo: builder.subjects.count, inPiecesOf: 512, each: { builder.tracks(of: $0) },
      beside: { Endings(history.outline, builder.operations, builder.observations, orders) })
    self.longest = longest
  }

  /// What may change entities, and when.
  var changes: Changes {
    let table = changeTable.withLock { made in
      let table = made ?? ChangeTable(self)
      made = table
      return table
    }
    return Changes(index: self, table: table)
  }

  public var outline: Outline { history.outline }
  public var entities: [Contract.Entity] { history.outline.entities }

  public func operation(of observation: Observation) -> IndexedOperation {
    operations[observation.operation]
  }

  func subject(of observation: Observation) -> Subject? {
    observation.subject.map { subjects[$0] }
  }

  /// Whether others than this run change it, too.
  func isShared(_ subject: Subject) -> Bool { entities[subject.entity].isShared ?? false }

  public func outline(of operation: IndexedOperation) -> Outline.Step {
    outline.cases[operation.step.case].steps[operation.step.step]
  }

  /// `nil` for an operation that was never answered.
  public func completion(of operation: IndexedOperation) -> Completion? {
    guard case .completed(let completion) = history.events[operation.position].kind else {
      return nil
    }
    return completion
  }

  /// A violation proven by what some operations said of an entity; the last one completes the proof.
  ///
  /// - Parameter proof: in the order to tell.
  func violation(
    _ type: FailureType, _ proof: [Observation], platform: String? = nil, field: String? = nil,
    facts: [CheckResult.Fact] = []
  ) -> CheckResult.Violation {
    violation(
      type, proof.map { operation(of: $0) }, of: proof.last.flatMap(subject),
      platform: platform, field: field, facts: facts)
  }

  /// The values of a field in the state that was due and in the one that came.
  func facts(
    _ field: String, due: Observation, found: Observation
  ) -> [CheckResult.Fact] {
    [
      CheckResult.Fact("expected", due.value(field) ?? .null),
      CheckResult.Fact("found", found.value(field) ?? .null),
    ]
  }

  /// A violation proven by some operations; what completes the proof stands last.
  ///
  /// - Parameter proof: in the order to tell.
  public func violation(
    _ type: FailureType, _ proof: [IndexedOperation], of subject: Subject? = nil,
    platform: String? = nil, field: String? = nil, facts: [CheckResult.Fact] = []
  ) -> CheckResult.Violation {
    CheckResult.Violation(
      type: type, witness: proof.map(\.position), step: proof.last?.step,
      entity: subject.map { entities[$0.entity].name }, key: subject?.key,
      platform: platform ?? proof.last?.platform, field: field, facts: facts)
  }
}
