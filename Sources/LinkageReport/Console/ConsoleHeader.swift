import LinkageCore

/// What ran where: two facts that make a run repeatable, and the platforms.
struct ConsoleHeader {
  let run: JudgedRun
  let language: Language
  let style: Style

  var lines: [String] {
    let header = run.history.header
    let facts = [
      label(.run) + header.id, label(.target) + run.history.outline.target,
      label(.seed) + String(header.seed),
    ]
    let name = style.paint("linkage \(header.version)", .strong)
    return [([name] + facts.map(VisibleText.line)).joined(separator: "   ")] + platforms
  }

  private var platforms: [String] {
    let rows = run.history.outline.platforms.map { platform in
      [platform.name, platform.title[language], platform.base].map(VisibleText.line)
    }
    let alignments = [TextTable.Alignment](repeating: .left, count: 3)
    return TextTable(alignments: alignments, rows: rows).lines.map { style.paint($0, .quiet) }
  }

  private func label(_ label: HeaderLabel) -> String {
    language.consoleWords.headerLabel(label) + " "
  }
}
