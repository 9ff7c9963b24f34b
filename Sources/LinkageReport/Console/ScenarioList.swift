import LinkageCore

/// One line for each scenario, its samples together, with its sync measurements beneath it.
struct ScenarioList {
  let run: JudgedRun
  let language: Language
  let style: Style
  let width: Int

  /// Where there are more, those that passed are only counted.
  static let most = 100

  var lines: [String] {
    let all = ScenarioEntry.all(run)
    let entries = all.count > Self.most ? all.filter { $0.status != .passed } : all
    let shown = entries.reduce(0) { $0 + $1.verdicts.count }
    let hidden = all.reduce(0) { $0 + $1.verdicts.count } - shown
    let layout = Layout(entries.map(\.label), entries.map { words.status($0.status) }, width)
    return zip(entries, measurements(entries)).flatMap { entry, measurements in
      [headline(entry, layout)] + details(entry, measurements, layout)
    } + (hidden > 0 ? [style.paint(words.notListed(passed: hidden), .quiet)] : [])
  }

  private var words: any ConsoleWords { language.consoleWords }

  /// The widths that all lines share.
  private struct Layout {
    let word: Int
    let id: Int
    /// 0 where there is no room for titles beside the ids.
    let title: Int

    /// A title with less room says nothing.
    static let leastTitle = 16

    /// Ids that leave no room for a title, as those with the rows of a matrix, reach into its column.
    init(_ ids: [String], _ statuses: [String], _ width: Int) {
      word = statuses.map(DisplayWidth.of).max() ?? 0
      let widths = ids.map(DisplayWidth.of)
      let room = width - 2 - word - 2 - 2 - 10
      let short = widths.filter { $0 <= room - Self.leastTitle }
      id = short.max() ?? min(widths.max() ?? 0, max(room, 10))
      title = short.isEmpty ? 0 : room - id
    }

    /// What an id and a title take together.
    var whole: Int { title > 0 ? id + 2 + title : id }
  }

  private func headline(_ entry: ScenarioEntry, _ layout: Layout) -> String {
    let word = Columns.left(words.status(entry.status), layout.word)
    let mark = style.paint("\(entry.status.sign) \(word)", entry.status.role)
    let label = Columns.cut(VisibleText.line(entry.label), to: layout.whole)
    let id = Columns.left(label, layout.id)
    let time = Columns.right(entry.duration.map(DurationText.text) ?? "", 10)
    let title = self.title(of: entry, layout.whole - DisplayWidth.of(id))
    return Columns.trimmedEnd("\(mark)  \(id)\(title)\(time)")
  }

  /// In so many columns, the gap before it among them.
  private func title(of entry: ScenarioEntry, _ columns: Int) -> String {
    let room = columns - 2
    guard room >= Layout.leastTitle else { return VisibleText.spaces(columns) }
    let title = Columns.cut(VisibleText.line(entry.title(language)), to: room)
    return "  " + style.paint(Columns.left(title, room), .quiet)
  }

  private func details(
    _ entry: ScenarioEntry, _ measurements: [String], _ layout: Layout
  ) -> [String] {
    let counts = entry.counts.map { [words.samples($0)] } ?? []
    let skip = entry.skip.map { [language.outcomeWords.skip($0)] } ?? []
    return (counts + measurements + skip).map {
      VisibleText.spaces(4 + layout.word) + style.paint(VisibleText.line($0), .quiet)
    }
  }

  /// The measurements of each entry, in columns that all share.
  private func measurements(_ entries: [ScenarioEntry]) -> [[String]] {
    let rows = entries.map { $0.steps.map(row) }
    var lines = table(rows.flatMap { $0 }).lines[...]
    return rows.map { rows in
      defer { lines.removeFirst(rows.count) }
      return Array(lines.prefix(rows.count))
    }
  }

  /// Where a line would be wider than the terminal, the names of the steps are cut.
  private func table(_ rows: [[String]]) -> TextTable {
    let alignments: [TextTable.Alignment] = [.left, .left, .left, .right]
    let whole = TextTable(alignments: alignments, rows: rows)
    let indent = 4 + (run.verdict.cases.map { DisplayWidth.of(words.status($0.status)) }.max() ?? 0)
    let over = (whole.lines.map(DisplayWidth.of).max() ?? 0) + indent - width
    guard over > 0 else { return whole }
    let names = rows.map { DisplayWidth.of($0[1]) }.max() ?? 0
    let room = max(8, names - over)
    let cut = rows.map { [$0[0], Columns.cut($0[1], to: room)] + $0[2...] }
    return TextTable(alignments: alignments, rows: cut)
  }

  private func row(_ step: MeasuredStep) -> [String] {
    [
      VisibleText.line(step.worst.link.text), VisibleText.line(step.label),
      step.latency(language), words.reads(step.reads),
    ]
  }
}
