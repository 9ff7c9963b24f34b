package import LinkageCore
import Values

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

  /// What is quarantined by a name that no scenario has, one line each; nothing where none has a name
  /// like it: what one part of a suite lacks may stand in another.
  package func strangers(_ gate: Gate, among scenarios: [String]) -> String {
    let lines = gate.quarantine.filter { !scenarios.contains($0.scenario) }.compactMap { entry in
      Nearest.name(to: entry.scenario, among: scenarios).map { nearest in
        let result = QuarantineResult(entry: entry, state: .didNotRun(nearest: nearest))
        let place = "\(entry.place.path):\(entry.place.line)"
        return VisibleText.line(
          "  \(place)  `\(entry.scenario)` \(language.gateWords.quarantine(result))")
      }
    }
    guard !lines.isEmpty else { return "" }
    return ([language.gateWords.title(gate.name)] + lines).joined(separator: "\n") + "\n"
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
