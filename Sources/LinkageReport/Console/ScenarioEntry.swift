import LinkageCore

/// What the list of scenarios shows as one: a case, or all samples of one.
struct ScenarioEntry {
  /// Without the number of the sample.
  private let name: String
  /// The first case's name.
  private let first: String
  private let titles: LocalizedText
  private let id: String
  private(set) var verdicts: [CaseVerdict]
  private(set) var steps: [MeasuredStep]

  /// In the order of the first of each.
  static func all(_ run: JudgedRun) -> [ScenarioEntry] {
    var entries: [ScenarioEntry] = []
    var places: [String: Int] = [:]
    for (outline, verdict) in zip(run.history.outline.cases, run.verdict.cases) {
      let entry = ScenarioEntry(outline, verdict)
      if outline.sample != nil, let place = places[entry.name] {
        entries[place].add(entry)
        continue
      }
      if outline.sample != nil { places[entry.name] = entries.count }
      entries.append(entry)
    }
    return entries
  }

  private init(_ outline: Outline.Case, _ verdict: CaseVerdict) {
    name = CaseName.text(id: outline.id, row: outline.row, sample: nil)
    first = outline.name
    (id, titles) = (outline.id, outline.title)
    verdicts = [verdict]
    steps = MeasuredStep.all(outline, verdict)
  }

  private mutating func add(_ other: ScenarioEntry) {
    verdicts += other.verdicts
    steps = MeasuredStep.merged(steps + other.steps)
  }

  /// Empty where it only says the id again.
  func title(_ language: Language) -> String {
    titles[language] == id ? "" : titles[language]
  }

  /// `points-parity ×72` for seventy-two samples.
  var label: String { verdicts.count > 1 ? "\(name) ×\(verdicts.count)" : first }

  /// The gravest of the samples'.
  var status: CaseVerdict.Status {
    let order: [CaseVerdict.Status] = [.failed, .errored, .interrupted, .passed]
    return order.first { status in verdicts.contains { $0.status == status } } ?? .skipped
  }

  var skip: SkipReason? { status == .skipped ? verdicts.lazy.compactMap(\.skip).first : nil }

  /// The longest of the samples'.
  var duration: Nanoseconds? {
    verdicts.compactMap { verdict in
      verdict.started.flatMap { started in verdict.ended.map { $0 - started } }
    }.max()
  }

  /// How many samples ended how, where they did not all end alike.
  var counts: CaseCounts? {
    Set(verdicts.map(\.status)).count > 1 ? CaseCounts(verdicts) : nil
  }
}
