package import LinkageCore

/// Prints a journey in plain sentences: who does what where, what must hold, what is waited for.
package struct JourneyPrinter {
  private let language: Language
  private let style: Style

  package init(language: Language, style: Style = .plain) {
    self.language = language
    self.style = style
  }

  /// - Parameter scenarios: positions in the plan of one scenario, or of all rows of one.
  package func text(_ scenarios: [Int], of plan: Plan) -> String {
    guard let first = scenarios.first else { return "" }
    let scenario = plan.scenarios[first]
    let steps = JourneySteps(plan: plan, scenario: first, language: language)
    var lines = opening(scenario)
    lines += section(.rows, scenarios.compactMap { plan.scenarios[$0].row?.label })
    lines += section(.actors, scenario.actors.map(actor))
    lines += section(.steps, numbered(steps.main, after: 0))
    lines += section(.cleanUp, numbered(steps.cleanUp, after: steps.main.count))
    return lines.map { Columns.trimmedEnd($0) + "\n" }.joined()
  }

  private var words: any JourneyWords { language.journeyWords }

  private func opening(_ scenario: Scenario) -> [String] {
    let facts = [
      scenario.id, scenario.priority ?? "", scenario.tags.joined(separator: ", "),
      "\(scenario.place.path):\(scenario.place.line)",
    ].filter { !$0.isEmpty }.map(VisibleText.line)
    return [
      style.paint(VisibleText.line(scenario.title[language]), .strong),
      style.paint(facts.joined(separator: "  "), .quiet),
    ]
  }

  private func section(_ section: JourneySection, _ lines: [String]) -> [String] {
    guard !lines.isEmpty else { return [] }
    return ["", style.paint(words.heading(section), .strong)] + lines.map { "  " + $0 }
  }

  private func actor(_ actor: Scenario.Actor) -> String {
    VisibleText.line(words.actor(actor.name, fields: actor.fields.map(\.key)))
  }

  /// The first line of a step behind its number, the others beneath it.
  private func numbered(_ steps: [JourneyStep], after count: Int) -> [String] {
    steps.enumerated().flatMap { index, step in
      self.step(step, "\(count + index + 1)")
    }
  }

  private func step(_ step: JourneyStep, _ number: String) -> [String] {
    let title = "\(number). " + style.paint(VisibleText.line(step.title), .strong)
    let sentences = step.sentences.map { "   " + VisibleText.line($0) }
    let inner = step.children.enumerated().flatMap { index, child in
      self.step(child, "\(number).\(index + 1)").map { "   " + $0 }
    }
    return [title] + sentences + inner
  }
}
