import LinkageCore

/// Finds what a run's messages cite: last answers, sources, addresses.
struct RunIndex {
  let run: JudgedRun
  let sources: SourceLines
  /// One for each case.
  let trees: [StepTree]
  /// By their names.
  private let platforms: [String: Outline.Platform]
  /// The positions of each step's answers among the events, in order.
  private let completions: [StepReference: [Int]]

  init(_ run: JudgedRun) {
    self.run = run
    sources = SourceLines(run.history.outline.sources)
    platforms = Dictionary(
      run.history.outline.platforms.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
    trees = StepTree.all(of: run.history.outline.cases.map(\.steps))
    var completions: [StepReference: [Int]] = [:]
    for (position, event) in run.history.events.enumerated() {
      if case .completed(let completion) = event.kind {
        completions[completion.step, default: []].append(position)
      }
    }
    self.completions = completions
  }

  var outline: Outline { run.history.outline }
  var header: RunHeader { run.history.header }

  /// The step's last answer.
  func completion(_ step: StepReference) -> Completion? {
    completions[step]?.last.flatMap(completion)
  }

  /// How each of the step's reads ended.
  private func outcomes(of step: StepReference) -> [Outcome] {
    (completions[step] ?? []).compactMap { completion(at: $0)?.outcome }
  }

  private func completion(at position: Int) -> Completion? {
    guard case .completed(let completion) = run.history.events[position].kind else { return nil }
    return completion
  }

  /// The step's last answer with that outcome; without one of that kind, its last answer.
  private func completion(_ step: StepReference, ending outcome: Outcome?) -> Completion? {
    let last = completion(step)
    guard let last, let outcome, last.outcome != outcome else { return last }
    let found = completions[step]?.last { completion(at: $0)?.outcome == outcome }
    return found.flatMap(completion) ?? last
  }

  /// Milliseconds since 1970 of a moment of the run.
  func wall(_ moment: Instant) -> Int64 {
    header.startedWall + (moment - header.started).count / 1_000_000
  }

  /// `nil` when the finding names a step that the outline does not have.
  func facts(_ finding: Finding, in caseNumber: Int) -> FindingFacts? {
    facts(FindingGroup(shown: [finding]), in: caseNumber)
  }

  func facts(_ group: FindingGroup, in caseNumber: Int) -> FindingFacts? {
    let finding = group.first
    guard outline.cases.indices.contains(caseNumber),
      outline.cases[caseNumber].steps.indices.contains(finding.step)
    else { return nil }
    let steps = outline.cases[caseNumber].steps
    let (step, tree) = (steps[finding.step], trees[caseNumber])
    let reference = StepReference(case: caseNumber, step: finding.step)
    let completion = completion(reference, ending: finding.outcome)
    let round = tree.round(of: finding.step)
    return FindingFacts(
      group: group, step: step, path: tree.path(of: finding.step), round: round?.round,
      repeated: round.flatMap { $0.step == finding.step ? nil : steps[$0.step].id },
      uses: tree.uses(of: finding.step).map { steps[$0] }, run: header.id,
      platforms: platforms, completion: completion, outcomes: outcomes(of: reference),
      sentWall: completion?.sent.map(wall))
  }
}
