import LinkageCheck
import LinkageCore
import LinkageStore

/// The stored runs that a gate compares with.
struct PastRuns {
  /// The fact of a run's environment that holds its label.
  static let labelFact = "label"
  /// More runs of a label than these, the newest, tell nothing new.
  private static let most = 30

  private let store: Store
  private(set) var baseline: [String: [GateRun]] = [:]
  private(set) var new: [GateRun] = []
  private var label: String?

  init(_ store: Store) {
    self.store = store
  }

  static func label(of header: RunHeader) -> String? {
    header.environment.first { $0.name == labelFact }?.value
  }

  /// What a gate needs for its comparisons; nothing is read where it makes none.
  ///
  /// - Parameters:
  ///   - target: only runs against it are alike.
  ///   - label: of the run that is judged.
  ///   - run: the run that is judged.
  ///   - given: runs that take the place of those with the label that a rule names.
  func wanted(
    by gate: Gate?, of target: String, label: String?, without run: String,
    baseline given: [String]
  ) throws(Stop) -> PastRuns {
    var found = self
    found.label = label
    let labels = Self.labels(of: gate)
    guard !labels.isEmpty else { return found }
    do throws(StoreError) {
      let named = try self.named(given, without: run)
      for label in labels {
        found.baseline[label] =
          given.isEmpty ? try runs(of: label, against: target, without: run) : named
      }
      if let label { found.new = try runs(of: label, against: target, without: run) }
    } catch {
      throw .complaint(StoreComplaint.of(error), .invalid)
    }
    guard !given.isEmpty else { return found }
    let taken = found.baseline.values.flatMap { $0.map(\.id) }
    found.new.removeAll { taken.contains($0.id) }
    found.label = nil
    return found
  }

  func result(of run: JudgedRun, by gate: Gate, in world: World) -> GateResult {
    GateJudge(
      gate, on: CalendarDay(milliseconds: world.wallMilliseconds()), baseline: baseline, new: new,
      label: label
    ).result(
      of: GateRun(
        id: run.history.header.id, outline: run.history.outline, verdict: run.verdict))
  }

  private static func labels(of gate: Gate?) -> Set<String> {
    Set(
      (gate?.rules ?? []).compactMap { rule in
        if case .comparison(_, _, let label, _) = rule.limit { label } else { nil }
      })
  }

  private func named(
    _ names: [String], without run: String
  ) throws(StoreError) -> [GateRun] {
    var runs: [GateRun] = []
    for name in names {
      let id = try store.resolve(name)
      guard id != run, !runs.contains(where: { $0.id == id }) else { continue }
      if let run = try self.run(id, outline: store.outline(of: id)) { runs.append(run) }
    }
    return runs
  }

  /// Newest first. What was interrupted is no sample of anything.
  private func runs(
    of label: String, against target: String, without run: String
  ) throws(StoreError) -> [GateRun] {
    var runs: [GateRun] = []
    for summary in try store.runs() where summary.state == .finished && summary.id != run {
      guard runs.count < Self.most else { break }
      guard Self.label(of: try store.header(of: summary.id)) == label else { continue }
      let outline = try store.outline(of: summary.id)
      guard outline.target == target else { continue }
      if let found = try self.run(summary.id, outline: outline) { runs.append(found) }
    }
    return runs
  }

  private func run(_ id: String, outline: Outline) throws(StoreError) -> GateRun? {
    try store.verdict(of: id).map { GateRun(id: id, outline: outline, verdict: $0) }
  }
}
