package import LinkageCore

/// What a run is doing now, told from its events as they happen; prints nothing itself.
package struct Progress: Sendable {
  private let outline: Outline
  private let trees: [StepTree]
  private let language: Language
  private var running: [Int: RunningCase] = [:]
  private var finished: [FinishedCase] = []
  private var started: Instant?
  /// How many finished cases `finishedLines` has given out.
  private var told = 0

  package init(outline: Outline, language: Language) {
    self.outline = outline
    trees = StepTree.all(of: outline.cases.map(\.steps))
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
    case .actor: break
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
    return finished.indices.dropFirst(told).map { position in
      let item = finished[position]
      let count = Columns.right(String(position + 1), digits)
      let time = item.duration.map { "  " + DurationText.text($0) } ?? ""
      let note = item.note.isEmpty ? "" : "  " + item.note
      return "[\(count)/\(outline.cases.count)] \(item.sign) \(item.name)\(time)\(note)"
    }
  }

  private func name(_ number: Int) -> String {
    outline.cases.indices.contains(number) ? VisibleText.line(outline.cases[number].name) : "?"
  }
}

extension Progress {
  private mutating func finish(_ end: CaseEnd, at moment: Instant) {
    let state = running.removeValue(forKey: end.case)
    let words = language.progressWords
    let duration = state.map { moment - $0.started }
    switch end.reason {
    case .finished:
      let (sign, note) = preview(state, in: end.case)
      add(end.case, sign, duration, note)
    case .skipped(let reason):
      add(end.case, CaseVerdict.Status.skipped.sign, nil, language.outcomeWords.skip(reason))
    case .interrupted:
      add(end.case, CaseVerdict.Status.interrupted.sign, duration, words.interrupted)
    }
  }

  /// What the steps' ends tell; where a latency decides, only the verdict can.
  private func preview(_ state: RunningCase?, in number: Int) -> (sign: String, note: String) {
    if let (step, reason) = firstTrouble(state, in: number) {
      let note = language.progressWords.trouble(step: step, reason)
      let status = state?.isUndecided == true ? CaseVerdict.Status.errored : .failed
      return (status.sign, note)
    }
    if isOpen(state, in: number) { return ("·", language.progressWords.notJudged) }
    return (CaseVerdict.Status.passed.sign, "")
  }

  /// A clean-up that fails does not fail the scenario.
  private func firstTrouble(_ state: RunningCase?, in number: Int)
    -> (step: String, reason: StepEnd.Reason)?
  {
    guard let item = state?.trouble, let step = step(item.step, in: number), !step.isFinally
    else { return nil }
    return (trees[number].path(of: item.step), item.reason)
  }

  /// Whether a step was seen to end well that its latency may still fail.
  private func isOpen(_ state: RunningCase?, in number: Int) -> Bool {
    state?.satisfied.contains { position in
      let sync = step(position, in: number)?.sync
      return sync?.slo != nil || sync?.hold != nil
    } ?? false
  }

  private func step(_ position: Int, in number: Int) -> Outline.Step? {
    outline.step(StepReference(case: number, step: position))
  }

  private mutating func add(
    _ number: Int, _ sign: String, _ duration: Nanoseconds?, _ note: String
  ) {
    finished.append(
      FinishedCase(
        sign: sign, name: name(number), duration: duration, note: VisibleText.line(note)))
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
    let known = state.active.filter { step($0, in: number) != nil }
    let leaves = known.filter { step($0, in: number)?.isGroup == false }
    guard let current = leaves.last ?? known.last, let step = step(current, in: number) else {
      return language.progressWords.starting
    }
    let names = leaves.map { trees[number].path(of: $0) }
    if names.count > 1 { return VisibleText.line(names.joined(separator: " + ")) }
    let name = trees[number].path(of: current)
    guard let sync = step.sync else { return VisibleText.line("\(name)  \(step.operation)") }
    let since = sync.writes.compactMap { state.acknowledged[$0] }.max()
    let waited = since.map { DurationText.text(now - $0) }
    return VisibleText.line(
      language.progressWords.waiting(
        step: name, link: sync.link.text, since: sync.since, waited, state.reads[current] ?? 0))
  }
}

private struct FinishedCase: Sendable {
  var sign: String
  var name: String
  var duration: Nanoseconds?
  var note: String
}
