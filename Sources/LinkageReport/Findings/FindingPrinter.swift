package import LinkageCore

/// Prints why a scenario failed: where, what was sent, what every part of the condition was.
package struct FindingPrinter {
  private let index: RunIndex
  private let language: Language
  private let style: Style
  private let hint: InspectionHint

  package init(
    run: JudgedRun, language: Language, style: Style = .plain, hint: InspectionHint? = nil
  ) {
    self.init(index: RunIndex(run), language: language, style: style, hint: hint)
  }

  /// - Parameter hint: without one messages name the run by its id.
  init(index: RunIndex, language: Language, style: Style, hint: InspectionHint? = nil) {
    self.index = index
    self.hint = hint ?? InspectionHint(index.header)
    self.language = language
    self.style = style
  }

  /// The whole message, several lines without a line end at the last.
  package func message(_ finding: Finding, in caseNumber: Int) -> String {
    message(finding, in: caseNumber, withCommand: true)
  }

  /// The messages of a case's findings, of which one may tell several.
  func messages(_ findings: [Finding], in caseNumber: Int, withCommand: Bool) -> [String] {
    guard index.outline.cases.indices.contains(caseNumber) else { return [] }
    return FindingGroup.all(findings, of: index.outline.cases[caseNumber]).map {
      message($0, in: caseNumber, withCommand: withCommand)
    }
  }

  /// One line for each message.
  func shorts(_ findings: [Finding], in caseNumber: Int) -> [String] {
    guard index.outline.cases.indices.contains(caseNumber) else { return [] }
    return FindingGroup.all(findings, of: index.outline.cases[caseNumber]).map {
      short($0, in: caseNumber)
    }
  }

  private func message(_ finding: Finding, in caseNumber: Int, withCommand: Bool) -> String {
    message(FindingGroup(shown: [finding]), in: caseNumber, withCommand: withCommand)
  }

  /// - Parameter withCommand: whether it ends in the command that judges the run again; a list of
  ///   messages says it once.
  private func message(_ group: FindingGroup, in caseNumber: Int, withCommand: Bool) -> String {
    let finding = group.first
    guard let facts = index.facts(group, in: caseNumber) else { return finding.type.rawValue }
    var block = MessageBlock(
      language: language, style: style,
      widestLine: max(facts.place.line, facts.step.place.line))
    block.headline(
      finding.type.isError ? .undecided : .error, words.headline(facts),
      type: finding.type.rawValue)
    block.place(facts.place)
    for use in facts.uses {
      let place = "\(use.place.path):\(use.place.line):\(use.place.column)"
      block.way(words.used(at: place, by: use.id))
    }
    block.blank()
    source(facts, &block)
    observed(facts, &block)
    if let advice = words.advice(facts) { block.remark(.attempt, advice) }
    if withCommand { block.remark(.attempt, words.checkAgain(hint.check)) }
    let choice = index.choice(of: StepReference(case: caseNumber, step: finding.step))
    let hasSent = facts.completion.map { !$0.exchanges.isEmpty } ?? false
    block.remark(.attempt, hint.inspect(choice, hasSent: hasSent))
    return block.text
  }

  /// One line: the step, what is wrong, and the values.
  package func short(_ finding: Finding, in caseNumber: Int) -> String {
    short(FindingGroup(shown: [finding]), in: caseNumber)
  }

  private func short(_ group: FindingGroup, in caseNumber: Int) -> String {
    guard let facts = index.facts(group, in: caseNumber) else { return group.first.type.rawValue }
    let colon = language.messageWords.colon
    let opening = facts.path + colon + words.headline(facts)
    guard let specifics = specifics(facts) else { return VisibleText.line(opening) }
    return VisibleText.line(opening + colon + specifics)
  }

  private var words: any FindingWords { language.findingWords }
  private var details: any DetailWords { language.detailWords }

  private func specifics(_ facts: FindingFacts) -> String? {
    switch facts.finding.type {
    case .expectationNotMet, .fieldMismatch:
      guard let expectation = facts.expectation else {
        return facts.finding.detail.map(details.text)
      }
      if facts.isComparison { return FieldTable(facts: facts, language: language).text }
      let values = facts.finding.condition?.parts.map { ValueText.text($0, words) } ?? []
      let list = values.isEmpty ? "" : "  (\(values.joined(separator: ", ")))"
      return Columns.cut(expectation.text, to: 120) + list
    case .slow: return facts.measurement.map { IntervalText.text($0.latency) }
    case .notSynced where facts.onlyRefusalOfWait != nil:
      return facts.onlyRefusalOfWait.map(words.onlyRefusal)
    case .unexpectedAnswer where facts.detail != nil: return facts.detail.map(details.text)
    case .unexpectedAnswer, .unknownOutcome, .unreachable:
      let answer = facts.answer(language.outcomeWords) ?? facts.finding.detail.map(details.text)
      return answer.map { Columns.cut($0, to: 80) }
    default: return facts.finding.detail.map(details.text)
    }
  }

  /// What was seen, beneath the excerpt.
  private func observed(_ facts: FindingFacts, _ block: inout MessageBlock) {
    if facts.finding.held != nil {
      block.fact(.held, words.held(facts))
    }
    if let problem = facts.finding.condition?.problem {
      block.fact(.note, words.notEvaluated(details.text(problem)))
    }
    if let count = facts.finding.neverEvaluated {
      block.fact(.note, words.neverEvaluated(count))
    }
    if isAboutAnswer(facts.finding), let answer = facts.answer(language.outcomeWords) {
      block.fact(.answer, answer)
    }
    if let asking = facts.askingProxy {
      block.fact(.note, language.failureWords.proxyAsks(asking.proxy, at: asking.address))
    }
    if let measurement = facts.measurement, let sync = facts.step.sync {
      block.fact(.sync, words.sync(measurement, sync, watched: facts.watched))
      let conditions = ConditionTimes(facts)
      for line in conditions.lines(words) { block.fact(.condition, line) }
      if let age = measurement.age { block.fact(.note, words.cached(age)) }
    }
    if let error = facts.onlyRefusalOfWait { block.fact(.note, words.onlyRefusal(error)) }
    if let condition = facts.stoppedBy {
      block.fact(.note, words.stopped(condition, facts.finding.stoppedAfter, facts.within))
    }
    if let detail = facts.detail { block.fact(.note, details.text(detail)) }
    if let round = facts.round {
      let others = facts.group.otherRounds
      block.fact(.round, words.round(round, of: facts.repeated, others: others))
    }
  }

  private func isAboutAnswer(_ finding: Finding) -> Bool {
    switch finding.type {
    // Where a condition was missed, its parts say more than the answer.
    case .notSynced: finding.condition == nil
    case .refused, .notRefused, .unexpectedAnswer, .unknownOutcome, .unreachable: true
    default: false
    }
  }
}

extension FindingPrinter {
  /// The step's first line with its request, then the line that failed with its values.
  private func source(_ facts: FindingFacts, _ block: inout MessageBlock) {
    let place = facts.place
    let isOneLine = facts.step.place.path == place.path && facts.step.place.line == place.line
    let line = index.sources.line(place.line, of: place.path)
    var requests = facts.requests
    if !isOneLine, facts.step.place.path == place.path {
      firstLine(facts, &requests, &block)
      if place.line > facts.step.place.line + 1 { block.gap() }
    }
    if let line {
      let hasRoom = isOneLine && (facts.expectation == nil || facts.isComparison)
      let note = hasRoom ? take(&requests, after: line) : nil
      block.source(place.line, Columns.cut(VisibleText.expanded(line), to: 120), note: note)
    }
    if facts.isComparison { table(facts, &block) } else { condition(facts, line, &block) }
    for request in requests { block.fact(.request, request) }
  }

  private func firstLine(
    _ facts: FindingFacts, _ requests: inout [String], _ block: inout MessageBlock
  ) {
    let place = facts.step.place
    guard let line = index.sources.line(place.line, of: place.path) else { return }
    let note = take(&requests, after: line)
    block.source(place.line, Columns.cut(VisibleText.expanded(line), to: 120), note: note)
  }

  /// The request as a note to the right of a line, when it is the only one and there is room; else
  /// it stays for a line of its own.
  private func take(_ requests: inout [String], after line: Substring) -> String? {
    guard requests.count == 1 else { return nil }
    let text = VisibleText.line(requests[0])
    let used = DisplayWidth.of(VisibleText.expanded(line))
    let gap = max(37 - used, 4)
    guard used + gap + DisplayWidth.of(text) <= 96 else { return nil }
    requests = []
    return VisibleText.spaces(gap) + text
  }

  private func table(_ facts: FindingFacts, _ block: inout MessageBlock) {
    let lines = FieldTable(facts: facts, language: language).lines
    for (number, line) in lines.enumerated() {
      block.under("  " + line, number == 0 ? .quiet : nil)
    }
  }

  private func condition(_ facts: FindingFacts, _ line: Substring?, _ block: inout MessageBlock) {
    guard let expectation = facts.expectation else { return }
    let text = ConditionText(expectation, in: line)
    let condition = facts.finding.condition
    let rows = condition.flatMap { text.rows($0, of: expectation, words) }
    if let own = text.ownLine {
      block.under(VisibleText.spaces(text.indent) + VisibleText.line(own), .strong)
    }
    guard let rows else { return }
    block.under(rows.carets, .failure)
    for row in rows.values { block.under(row, nil) }
  }
}
