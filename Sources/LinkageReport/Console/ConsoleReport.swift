package import LinkageCore

/// The summary that a person reads at the end of a run.
package struct ConsoleReport {
  private let language: Language
  private let style: Style
  private let width: Int
  private let hint: InspectionHint?

  /// - Parameters:
  ///   - width: the terminal's columns; files and CI logs do well with 100.
  ///   - hint: how messages name the run; by its id without one.
  package init(
    language: Language, style: Style = .plain, width: Int = 80, hint: InspectionHint? = nil
  ) {
    self.hint = hint
    self.language = language
    self.style = style
    self.width = max(40, width)
  }

  /// - Parameter reports: paths of the reports that were written, to print at the end.
  package func text(_ run: JudgedRun, reports: [String] = []) -> String {
    let sections = [
      ConsoleHeader(run: run, language: language, style: style).lines,
      ScenarioList(run: run, language: language, style: style, width: width).lines,
      failures(run), links(run), checks(run), gate(run), closing(run, reports),
    ]
    return sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
      .joined(separator: "\n\n") + "\n"
  }

  private var words: any ConsoleWords { language.consoleWords }

  private func title(_ section: ConsoleSection) -> String {
    style.paint(words.title(section), .strong)
  }

  private func failures(_ run: JudgedRun) -> [String] {
    let failures = FailureList(
      run: run, language: language, style: style,
      hint: hint ?? InspectionHint(run.history.header)
    ).messages
    guard !failures.isEmpty else { return [] }
    return [title(.failures), "", failures.joined(separator: "\n\n")]
  }

  private func links(_ run: JudgedRun) -> [String] {
    guard !run.verdict.links.isEmpty else { return [] }
    let table = LinkTable(links: run.verdict.links, language: language).lines
    return [title(.links)] + table.prefix(1).map { "  " + style.paint($0, .quiet) }
      + table.dropFirst().map { "  " + $0 } + notes(run) + growth(run)
      + lateness(run)
  }

  private func notes(_ run: JudgedRun) -> [String] {
    LinkNote.all(of: run.verdict.links).map {
      "  " + style.paint(VisibleText.line(words.note($0)), .quiet)
    }
  }

  /// Where reading may have slowed down what it measured.
  private func growth(_ run: JudgedRun) -> [String] {
    run.verdict.links.compactMap { link in
      guard let trip = link.estimates?.roundTrip, trip.hasGrown else { return nil }
      let name = VisibleText.line(link.link.text)
      return "  " + style.paint(words.growth(of: trip, on: name), .undecided)
    }
  }

  /// How far the figures above it can be trusted.
  private func lateness(_ run: JudgedRun) -> [String] {
    guard let lateness = run.verdict.lateness else { return [] }
    let isTrusted = run.verdict.areLatenciesTrusted
    let line = words.lateness(
      lateness, spacing: run.verdict.readSpacing.map { DurationText.text($0) })
    let lines = [style.paint(line, .quiet)]
    return
      (isTrusted
      ? lines
      : lines + [style.paint(words.notTrusted(parallel: SideBySide.fewer(than: run)), .failure)])
      .map { "  " + $0 }
  }

  private func checks(_ run: JudgedRun) -> [String] {
    let told = run.verdict.checks.flatMap { violations(of: $0, run) }
    let judged = CheckedNames(checks: run.verdict.checks, language: language, width: width).lines
    return told.isEmpty && judged.isEmpty ? [] : [title(.checks)] + told + judged
  }

  /// How many of one checker's violations a summary tells.
  private static let mostTold = 3

  private func violations(of check: CheckResult, _ run: JudgedRun) -> [String] {
    let printer = ViolationPrinter(run: run, language: language)
    let told = check.violations.prefix(Self.mostTold).flatMap { violation in
      let lines = printer.lines(violation)
      return [style.paint("✘ \(check.checker): \(lines[0])", .failure)]
        + lines.dropFirst().map { style.paint($0, .quiet) }
    }
    let left = check.violations.count - Self.mostTold
    let more = left > 0 ? [style.paint(language.violationWords.more(left), .quiet)] : []
    return (told + more).map { "  " + $0 }
  }

  private func gate(_ run: JudgedRun) -> [String] {
    run.gate.map { GateSection(result: $0, language: language, style: style).lines } ?? []
  }

  private func closing(_ run: JudgedRun, _ reports: [String]) -> [String] {
    let judgement = run.verdict.judgement
    let verdict = style.paint(words.verdict(judgement), judgement.role)
    let lines =
      [
        words.counts(CaseCounts(run.verdict.cases)),
        verdict + "  " + VisibleText.line(words.reason(VerdictReason(run))),
      ]
      + (run.gate.map { [GateSection(result: $0, language: language, style: style).closing] } ?? [])
    guard !reports.isEmpty else { return lines }
    return lines + ["", title(.reports)] + reports.map { "  " + VisibleText.line($0) }
  }
}
