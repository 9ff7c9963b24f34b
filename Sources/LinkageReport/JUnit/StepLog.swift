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

  private struct Entry {
    let step: Outline.Step
    let verdict: StepVerdict
    let node: StepTree.Node
    let completion: Completion?
  }

  private func steps(_ outline: Outline.Case, _ verdict: CaseVerdict, _ number: Int) -> [String] {
    let tree = index.trees[number]
    let told = told(outline, verdict, tree)
    let entries = told.positions.map { position in
      Entry(
        step: outline.steps[position], verdict: verdict.steps[position], node: tree.nodes[position],
        completion: index.completion(StepReference(case: number, step: position)))
    }
    let alignments: [TextTable.Alignment] = [.left, .left, .left, .left, .right, .left]
    let lines = TextTable(alignments: alignments, rows: entries.map(row)).lines
    let all = zip(lines, entries).flatMap { [$0] + details($1) }
    return told.leftOut == 0 ? all : all + [language.junitWords.roundsLeftOut(told.leftOut)]
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
    let skip = entry.verdict.skip.map { language.messageWords.colon + words.skip($0) } ?? ""
    let requests = requests(entry, words)
    return [
      entry.node.number, VisibleText.spaces(2 * entry.node.depth) + entry.node.label,
      entry.step.operation + actor + stays, words.step(entry.verdict.status) + skip,
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
    let indent = VisibleText.spaces(6 + 2 * entry.node.depth)
    return texts.map { indent + VisibleText.line($0) }
  }

  private func sync(_ verdict: StepVerdict) -> [String] {
    guard let measurement = verdict.measurement else { return [] }
    let latency = IntervalText.text(measurement.latency)
    let reads = language.consoleWords.reads(measurement.reads)
    return ["\(measurement.link.text)  \(latency)  \(reads)"]
  }
}
