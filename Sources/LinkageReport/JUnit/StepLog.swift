import LinkageCore

/// The steps of one case as a numbered log.
struct StepLog {
  let index: RunIndex
  let language: Language

  func text(of caseNumber: Int) -> String {
    let outline = index.outline.cases[caseNumber]
    let verdict = index.run.verdict.cases[caseNumber]
    let header = index.header
    let opening = [
      language.junitWords.run(id: header.id, target: index.outline.target, seed: header.seed),
      "\(outline.place.path):\(outline.place.line)  \(outline.title[language])",
    ].map(VisibleText.line)
    let cleanup = verdict.cleanup.map { finding in
      let printer = FindingPrinter(index: index, language: language, style: .plain)
      return language.consoleWords.cleanupFailed(printer.short(finding, in: caseNumber))
    }
    return (opening + steps(outline, verdict, caseNumber) + cleanup).joined(separator: "\n")
  }

  private func steps(_ outline: Outline.Case, _ verdict: CaseVerdict, _ number: Int) -> [String] {
    let pairs = Array(zip(outline.steps, verdict.steps).enumerated())
    let rows = pairs.map { position, pair in
      row(position, pair.0, pair.1, index.completion(StepReference(case: number, step: position)))
    }
    let alignments: [TextTable.Alignment] = [.right, .left, .left, .left, .right, .left]
    let lines = TextTable(alignments: alignments, rows: rows).lines
    return zip(lines, pairs).flatMap { line, pair in [line] + sync(pair.element.1) }
  }

  private func row(
    _ position: Int, _ step: Outline.Step, _ verdict: StepVerdict, _ completion: Completion?
  ) -> [String] {
    let words = language.outcomeWords
    let actor = step.actor.map { " (\($0))" } ?? ""
    let skip = verdict.skip.map { language.messageWords.colon + words.skip($0) } ?? ""
    return [
      String(position + 1), step.id, step.operation + actor, words.step(verdict.status) + skip,
      verdict.duration.map(DurationText.text) ?? "", request(completion, words),
    ].map(VisibleText.line)
  }

  private func request(_ completion: Completion?, _ words: any OutcomeWords) -> String {
    guard let exchange = completion?.exchanges.last else { return "" }
    let answer = exchange.failure.map(words.failure) ?? exchange.status.map(String.init) ?? ""
    return "\(exchange.method) \(exchange.url) → \(answer)"
  }

  private func sync(_ verdict: StepVerdict) -> [String] {
    guard let measurement = verdict.measurement else { return [] }
    let latency = IntervalText.text(measurement.latency)
    let reads = language.consoleWords.reads(measurement.reads)
    return ["      \(VisibleText.line(measurement.link.text))  \(latency)  \(reads)"]
  }
}
