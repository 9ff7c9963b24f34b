package import LinkageCore

/// What a gate says of a stored run, for a person to read.
package struct GateReport {
  private let language: Language
  private let style: Style

  package init(language: Language, style: Style = .plain) {
    self.language = language
    self.style = style
  }

  /// Nothing without a gate.
  ///
  /// - Parameter reports: paths of the reports that were written, to print at the end.
  package func text(_ run: JudgedRun, reports: [String] = []) -> String {
    guard let gate = run.gate else { return "" }
    let section = GateSection(result: gate, language: language, style: style)
    let title = style.paint(language.consoleWords.title(.reports), .strong)
    let written = reports.isEmpty ? [] : [title] + reports.map { "  " + VisibleText.line($0) }
    let sections = [
      ConsoleHeader(run: run, language: language, style: style).lines, section.lines,
      [language.consoleWords.counts(CaseCounts(run.verdict.cases)), section.closing], written,
    ]
    return sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
      .joined(separator: "\n\n") + "\n"
  }

  /// How many samples rules need and a plan makes, one line each; nothing where no rule needs any.
  ///
  /// - Parameter all: also of rules that get enough.
  package func needs(_ needs: [GateNeed], of gate: String, all: Bool) -> String {
    let shown = all ? needs : needs.filter(\.isShort)
    guard !shown.isEmpty else { return "" }
    let lines = shown.map { "  " + VisibleText.line(language.gateWords.need($0)) }
    return ([language.gateWords.title(gate)] + lines).joined(separator: "\n") + "\n"
  }
}
