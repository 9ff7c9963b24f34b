package import LinkageCore
import Values

/// Shows a stored run: its steps, or what some of them sent and got.
package struct ShowPrinter {
  private let index: RunIndex
  private let language: Language
  private let style: Style
  private let starts: [Int: Instant]

  package init(run: JudgedRun, language: Language, style: Style = .plain) {
    index = RunIndex(run)
    self.language = language
    self.style = style
    var starts: [Int: Instant] = [:]
    for event in run.history.events {
      if case .caseStarted(let number) = event.kind { starts[number] = event.at }
    }
    self.starts = starts
  }

  /// The cases with their steps and how each ended.
  package func tree(of cases: [Int]) -> String {
    let header = ConsoleHeader(run: index.run, language: language, style: style).lines
    let blocks = cases.map { number in
      [heading(number)]
        + StepLog(index: index, language: language).steps(of: number).map { "  " + $0 }
        + findings(number)
    }
    return ([header] + blocks).map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  /// What the steps sent and got.
  package func text(_ steps: [ChosenStep]) -> String {
    steps.map(text).joined(separator: "\n\n") + "\n"
  }

  private func heading(_ number: Int) -> String {
    let outline = index.outline.cases[number]
    let verdict = index.run.verdict.cases[number]
    let word = language.consoleWords.status(verdict.status)
    let mark = style.paint("\(verdict.status.sign) \(word)", verdict.status.role)
    let title = outline.title[language] == outline.id ? "" : outline.title[language]
    let length = verdict.started.flatMap { start in verdict.ended.map { $0 - start } }
    let skip = verdict.skip.map(language.outcomeWords.skip)
    let parts = [outline.name, title, length.map(DurationText.text), skip].compactMap(\.self)
    return mark + "  "
      + parts.filter { !$0.isEmpty }.map(VisibleText.line).joined(separator: "  ")
  }

  private func findings(_ number: Int) -> [String] {
    let verdict = index.run.verdict.cases[number]
    let printer = FindingPrinter(index: index, language: language, style: .plain)
    let cleanup = printer.shorts(verdict.cleanup, in: number)
      .map(language.consoleWords.cleanupFailed)
    return (printer.shorts(verdict.findings, in: number) + cleanup).map {
      "  " + style.paint($0, verdict.status.role)
    }
  }

  // MARK: One step

  private func text(_ chosen: ChosenStep) -> String {
    let blocks = chosen.completions.map { completion in
      completion.exchanges.map { exchange in
        ShownExchange(
          exchange: exchange, start: starts[chosen.reference.case], language: language,
          style: style
        ).lines
      } + [result(completion, of: chosen.step)]
    }
    let sent = blocks.flatMap(\.self).filter { !$0.isEmpty }
    let nothing = chosen.exchanges.isEmpty ? [["  " + language.showWords.nothingSent]] : []
    return ([opening(chosen)] + nothing + sent).map { $0.joined(separator: "\n") }
      .joined(separator: "\n\n")
  }

  private func opening(_ chosen: ChosenStep) -> [String] {
    let (number, position) = (chosen.reference.case, chosen.reference.step)
    let verdict = index.run.verdict.cases[number].steps[position]
    let isUndecided = index.run.verdict.cases[number].isUndecided(position)
    let words = language.outcomeWords
    let role: Style.Role =
      switch verdict.status {
      case .passed: .success
      case .failed: isUndecided ? .undecided : .failure
      case .skipped, .notRun: .quiet
      }
    let actor = chosen.step.actor.map { " (\($0))" } ?? ""
    let status = style.paint(words.step(verdict.status, isUndecided: isUndecided), role)
    let name = style.paint(VisibleText.line(chosen.name), .strong)
    var lines = [
      "\(status)  \(name)  \(VisibleText.line(chosen.step.operation + actor))",
      "  \(VisibleText.line("\(chosen.step.place.path):\(chosen.step.place.line)"))",
    ]
    if let skip = verdict.skip { lines.append("  " + VisibleText.line(words.skip(skip))) }
    if let measurement = verdict.measurement {
      let latency = IntervalText.text(measurement.latency)
      lines.append("  \(VisibleText.line(measurement.link.text))  \(latency)")
    }
    if let read = chosen.readName(language) {
      lines.append("  " + language.showWords.otherReads(read))
    }
    if let sender = chosen.sender {
      lines.append("  " + VisibleText.line(language.curlWords.sentBy(sender)))
    }
    return lines + messages(of: position, in: number)
  }

  /// What is wrong with the step that no condition below says.
  private func messages(of position: Int, in number: Int) -> [String] {
    let verdict = index.run.verdict.cases[number]
    let own = (verdict.findings + verdict.cleanup).filter {
      $0.step == position && $0.expectation == nil
    }
    let printer = FindingPrinter(index: index, language: language, style: .plain)
    let role = verdict.isUndecided(position) ? Style.Role.undecided : .failure
    return printer.shorts(own, in: number).map { "  " + style.paint($0, role) }
  }

  private func result(_ completion: Completion, of step: Outline.Step) -> [String] {
    let message = language.messageWords
    var lines = [
      "  " + language.showWords.label(.outcome) + message.colon
        + VisibleText.line(language.outcomeWords.outcome(completion.outcome))
    ]
    if !completion.output.isNull {
      let output = completion.output.json(pretty: true).split(separator: "\n")
      lines.append(
        "  " + language.showWords.label(.output) + message.colon
          + VisibleText.line(output[0]))
      lines += output.dropFirst().map { "  " + VisibleText.line($0) }
    }
    return lines + zip(step.expectations, completion.conditions).flatMap(condition)
  }

  private func condition(_ expectation: Outline.Expectation, _ condition: Condition) -> [String] {
    let text = VisibleText.line(expectation.text)
    switch condition.holds {
    case true?: return ["  " + style.paint("✔ ", .success) + text]
    case false?:
      let words = language.findingWords
      return ["  " + style.paint("✘ ", .failure) + text]
        + condition.parts.sorted { $0.offset < $1.offset }.map {
          "      " + VisibleText.line($0.text) + "  " + VisibleText.line(ValueText.text($0, words))
        }
    case nil:
      let problem = condition.problem.map(language.detailWords.text) ?? ""
      return ["  " + style.paint("? ", .undecided) + text]
        + (problem.isEmpty ? [] : ["      " + VisibleText.line(problem)])
    }
  }
}
