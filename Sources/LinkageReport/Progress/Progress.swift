package import LinkageCore

/// What a run is doing now, told from its events as they happen; prints nothing itself.
package struct Progress: Sendable {
  private let outline: Outline
  private let language: Language
  private var running: [Int: RunningCase] = [:]
  private var finished: [FinishedCase] = []
  private var started: Instant?
  /// How many finished cases `finishedLines` has given out.
  private var told = 0

  package init(outline: Outline, language: Language) {
    self.outline = outline
    self.language = language
  }

  package mutating func take(_ event: Event) {
    if started == nil { started = event.at }
    switch event.kind {
    case .caseStarted(let number): running[number] = RunningCase(started: event.at)
    case .invoked(let invocation):
      running[invocation.step.case]?.invoked(invocation.step.step, at: event.at)
    case .completed(let completion): running[completion.step.case]?.completed(completion)
    case .stepEnded(let end): running[end.step.case]?.ended(end)
    case .caseEnded(let end): finish(end, at: event.at)
    case .runEnded: running = [:]
    }
  }

  /// For a terminal: a line that counts, then one for each running scenario.
  ///
  /// - Parameters:
  ///   - width: columns of the terminal; no line is wider.
  ///   - height: at most this many lines.
  package func lines(at now: Instant, width: Int, height: Int = 12, style: Style = .plain)
    -> [String]
  {
    let words = language.progressWords
    let total = outline.cases.count
    let elapsed = DurationText.text(started.map { now - $0 } ?? .zero)
    let head = words.head(
      finished: finished.count, total: total, running: running.count, elapsed: elapsed)
    let cases = running.sorted { $0.key < $1.key }
    let shown = cases.prefix(cases.count > height - 1 ? max(0, height - 2) : cases.count)
    let id = min(28, shown.map { DisplayWidth.of(name($0.key)) }.max() ?? 0)
    var lines = [style.paint(Columns.cut(head, to: width), .strong)]
    lines += shown.map { line($0.key, $0.value, now, id: id, width: width, style) }
    if shown.count < cases.count { lines.append(words.more(cases.count - shown.count)) }
    return lines
  }

  /// For CI: one line for each scenario that ended since the last call.
  package mutating func finishedLines() -> [String] {
    defer { told = finished.count }
    let digits = String(outline.cases.count).utf8.count
    return finished.enumerated().dropFirst(told).map { position, item in
      let count = Columns.right(String(position + 1), digits)
      let time = item.duration.map { "  " + DurationText.text($0) } ?? ""
      let note = item.note.isEmpty ? "" : "  " + item.note
      return "[\(count)/\(outline.cases.count)] \(item.sign) \(item.name)\(time)\(note)"
    }
  }

  private func name(_ number: Int) -> String {
    outline.cases.indices.contains(number) ? VisibleText.line(outline.cases[number].id) : "?"
  }
}

extension Progress {
  private mutating func finish(_ end: CaseEnd, at moment: Instant) {
    let state = running.removeValue(forKey: end.case)
    let words = language.progressWords
    let steps = outline.cases.indices.contains(end.case) ? outline.cases[end.case].steps : []
    // A clean-up that fails does not fail the scenario.
    let trouble = state?.trouble.flatMap { item in
      steps.indices.contains(item.step) && !steps[item.step].isFinally
        ? (steps[item.step].id, item.reason) : nil
    }
    let duration = state.map { moment - $0.started }
    switch end.reason {
    case .finished:
      let note = trouble.map { words.trouble(step: $0.0, $0.1) } ?? ""
      add(end.case, trouble == nil ? .passed : .failed, duration, note)
    case .skipped(let reason):
      add(end.case, .skipped, nil, language.outcomeWords.skip(reason))
    case .interrupted: add(end.case, .interrupted, duration, words.interrupted)
    }
  }

  private mutating func add(
    _ number: Int, _ status: CaseVerdict.Status, _ duration: Nanoseconds?, _ note: String
  ) {
    finished.append(
      FinishedCase(
        sign: status.sign, name: name(number), duration: duration, note: VisibleText.line(note)))
  }

  private func line(
    _ number: Int, _ state: RunningCase, _ now: Instant, id: Int, width: Int, _ style: Style
  ) -> String {
    let elapsed = Columns.right(DurationText.text(now - state.started), 9)
    let name = Columns.left(Columns.cut(name(number), to: id), id)
    let room = max(0, width - 2 - id - 2 - 9)
    let doing = Columns.left(Columns.cut(doing(number, state, now), to: room), room)
    return "  " + name + "  " + style.paint(doing, .quiet) + elapsed
  }

  private func doing(_ number: Int, _ state: RunningCase, _ now: Instant) -> String {
    let words = language.progressWords
    guard outline.cases.indices.contains(number), let current = state.step,
      outline.cases[number].steps.indices.contains(current)
    else { return words.starting }
    let steps = outline.cases[number].steps
    let step = steps[current]
    guard let sync = step.sync else { return VisibleText.line("\(step.id)  \(step.operation)") }
    let since = steps.indices.filter { sync.since.contains(steps[$0].id) }
      .compactMap { state.acknowledged[$0] }.max()
    let waited = since.map { DurationText.text(now - $0) }
    return VisibleText.line(
      words.waiting(step: step.id, link: sync.link.text, since: sync.since, waited, state.reads))
  }
}

private struct FinishedCase: Sendable {
  var sign: String
  var name: String
  var duration: Nanoseconds?
  var note: String
}
