import LinkageCore

/// The full messages of everything that failed, under the scenario that each belongs to.
struct FailureList {
  let run: JudgedRun
  let language: Language
  let style: Style
  let hint: InspectionHint

  /// More messages than this nobody reads on a terminal.
  static let most = 20

  /// Blocks to be parted by an empty line; the last one says how to judge the run again.
  var messages: [String] {
    let printer = FindingPrinter(run: run, language: language, style: style, hint: hint)
    var tally = Tally()
    for (number, pair) in zip(run.history.outline.cases, run.verdict.cases).enumerated() {
      if tally.isTold(pair.0, pair.1) { continue }
      let blocks =
        tally.blocks >= Self.most ? [] : messages(of: pair.0, pair.1, number, printer)
      tally.tell(pair.0, pair.1, blocks)
    }
    guard tally.blocks > 0 else { return [] }
    let words = language.consoleWords
    var all = tally.told.flatMap { told in
      told.rows.isEmpty
        ? told.blocks
        : told.blocks + [style.paint(words.rowsAlike(told.rows.map(VisibleText.line)), .quiet)]
    }
    if tally.samples > 0 { all.append(words.samplesAlike(tally.samples)) }
    if tally.left > 0 { all.append(words.notShown(tally.left)) }
    let command = language.findingWords.checkAgain(hint.check)
    return all + [style.paint(command, .quiet)]
  }

  private func messages(
    of outline: Outline.Case, _ verdict: CaseVerdict, _ number: Int, _ printer: FindingPrinter
  ) -> [String] {
    let findings = printer.messages(verdict.findings, in: number, withCommand: false)
    let cleanup = printer.shorts(verdict.cleanup, in: number).map {
      style.paint(language.consoleWords.cleanupFailed($0), .quiet)
    }
    guard let first = (findings + cleanup).first else { return [] }
    return [heading(outline, verdict) + "\n" + first] + (findings + cleanup).dropFirst()
  }

  private func heading(_ outline: Outline.Case, _ verdict: CaseVerdict) -> String {
    let mark = style.paint(
      "\(verdict.status.sign) \(VisibleText.line(outline.name))", verdict.status.role)
    let title = outline.title[language]
    return title == outline.id ? mark : mark + style.paint("  " + VisibleText.line(title), .quiet)
  }
}
