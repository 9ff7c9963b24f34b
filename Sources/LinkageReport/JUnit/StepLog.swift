import LinkageCore

/// The steps of one case as a numbered log; what stands inside a step is indented.
struct StepLog {
  let index: RunIndex
  let language: Language

  /// Rounds of one step beyond this many are told only where they did not pass.
  static let mostRounds = 100

  func text(of caseNumber: Int) -> String {
    let outline = index.outline.cases[caseNumber]
    let verdict = index.run.verdict.cases[caseNumber]
    let header = index.header
    let opening = [
      language.junitWords.run(id: header.id, target: index.outline.target, seed: header.seed),
      "\(outline.place.path):\(outline.place.line)  \(outline.title[language])",
    ].map(VisibleText.line)
    let printer = FindingPrinter(index: index, language: language, style: .plain)
    let cleanup = printer.shorts(verdict.cleanup, in: caseNumber)
      .map(language.consoleWords.cleanupFailed)
    return (opening + steps(outline, verdict, caseNumber) + cleanup).joined(separator: "\n")
  }

  /// The steps alone.
  func steps(of caseNumber: Int) -> [String] {
    steps(index.outline.cases[caseNumber], index.run.verdict.cases[caseNumber], caseNumber)
  }

  private struct Entry {
    let step: Outline.Step
    let verdict: StepVerdict
    let isUndecided: Bool
    let number: String
    let label: String
    /// How far it is indented.
    let depth: Int
    /// Whether a clean-up begins with it.
    let beginsCleanup: Bool
    let completion: Completion?
  }

  private func steps(_ outline: Outline.Case, _ verdict: CaseVerdict, _ number: Int) -> [String] {
    let tree = index.trees[number]
    let told = told(outline, verdict, tree)
    let entries = tree.inOrderOfRunning(told.positions).map { position in
      entry(position, outline, verdict, number)
    }
    let alignments: [TextTable.Alignment] = [.left, .left, .left, .left, .right, .left]
    let lines = TextTable(alignments: alignments, rows: entries.map(row)).lines
    let all = zip(lines, entries).flatMap { [$0] + details($1) }
    return told.leftOut == 0 ? all : all + [language.junitWords.roundsLeftOut(told.leftOut)]
  }

  /// What a flow cleans up stands apart from it, so it bears the flow's name.
  private func entry(
    _ position: Int, _ outline: Outline.Case, _ verdict: CaseVerdict, _ number: Int
  ) -> Entry {
    let tree = index.trees[number]
    let node = tree.nodes[position]
    let root = tree.cleanup(of: position)
    return Entry(
      step: outline.steps[position], verdict: verdict.steps[position],
      isUndecided: verdict.isUndecided(position), number: node.number,
      label: root == position ? tree.path(of: position) : node.label,
      depth: node.depth - (root.map { tree.nodes[$0].depth } ?? 0),
      beginsCleanup: root == position,
      completion: index.completion(StepReference(case: number, step: position)))
  }

  /// The steps to tell, and how many rounds that passed are not among them.
  private func told(_ outline: Outline.Case, _ verdict: CaseVerdict, _ tree: StepTree)
    -> (positions: [Int], leftOut: Int)
  {
    let all = zip(outline.steps.indices, verdict.steps)
    let positions = all.filter { position, step in
      let number = tree.round(of: position)?.round.number ?? 0
      return number <= Self.mostRounds || step.status != .passed
    }.map(\.0)
    return (positions, min(outline.steps.count, verdict.steps.count) - positions.count)
  }

  private func row(_ entry: Entry) -> [String] {
    let words = language.outcomeWords
    let actor = entry.step.actor.map { " (\($0))" } ?? ""
    let stays = entry.step.stays.map(language.junitWords.stays) ?? ""
    let cleanup = entry.beginsCleanup ? language.junitWords.cleanup : ""
    let skip = entry.verdict.skip.map { language.messageWords.colon + words.skip($0) } ?? ""
    let status = words.step(entry.verdict.status, isUndecided: entry.isUndecided) + skip
    let requests = requests(entry, words)
    return [
      entry.number, VisibleText.spaces(2 * entry.depth) + entry.label,
      entry.step.operation + actor + stays + cleanup, status,
      entry.verdict.duration.map(DurationText.text) ?? "",
      requests.count == 1 ? requests[0] : "",
    ].map(VisibleText.line)
  }

  /// The last request; of a comparison all of them.
  private func requests(_ entry: Entry, _ words: any OutcomeWords) -> [String] {
    let exchanges = entry.completion?.exchanges ?? []
    let shown = entry.step.comparedReads == nil ? exchanges.suffix(1) : exchanges[...]
    return shown.map { exchange in
      let answer = exchange.failure.map(words.failure) ?? exchange.status.map(String.init) ?? ""
      return "\(exchange.method) \(exchange.url) → \(answer)"
    }
  }

  private func details(_ entry: Entry) -> [String] {
    let requests = requests(entry, language.outcomeWords)
    let texts = (requests.count > 1 ? requests : []) + sync(entry.verdict)
    let indent = VisibleText.spaces(6 + 2 * entry.depth)
    return texts.map { indent + VisibleText.line($0) }
  }

  private func sync(_ verdict: StepVerdict) -> [String] {
    guard let measurement = verdict.measurement else { return [] }
    let words = language.consoleWords
    let seen = IntervalText.text(measurement.latency)
    let latency = verdict.isInterruptedWait ? words.interrupted(seen) : seen
    let reads = words.reads(measurement.reads)
    return ["\(measurement.link.text)  \(latency)  \(reads)"]
  }
}
