import LinkageCore

/// How long each link took: the sample's quantiles between their bounds.
struct LinkTable {
  let links: [LinkSummary]
  let language: Language

  /// The first line names the columns.
  var lines: [String] {
    let words = language.consoleWords
    let columns = LinkColumn.allCases.filter { $0 != .promised || hasPromises }
    let alignments = columns.map { $0 == .samples || $0 == .censored ? right : left }
    let rows = links.map { link in columns.map { cell($0, link, words) } }
    return TextTable(alignments: alignments, rows: [columns.map(words.column)] + rows).lines
  }

  /// From here on the 95th percentile of a sample is not simply its largest value.
  static let samplesForHigh = 20

  private let left = TextTable.Alignment.left
  private let right = TextTable.Alignment.right
  private var hasPromises: Bool { links.contains { $0.promised != nil } }

  init(links: [LinkSummary], language: Language) {
    self.links = links
    self.language = language
  }

  private func cell(_ column: LinkColumn, _ link: LinkSummary, _ words: any ConsoleWords) -> String
  {
    switch column {
    case .link: VisibleText.line(link.link.text)
    case .samples: String(link.samples)
    case .median: IntervalText.text(link.p50)
    case .high:
      link.samples < Self.samplesForHigh
        ? words.needsSamples(Self.samplesForHigh) : IntervalText.text(link.p95)
    case .censored: String(link.censored)
    case .promised:
      link.promised.map { promised in
        let bound = "≤ " + LimitText.text(promised)
        return link.late > 0 ? bound + "  " + words.late(link.late, of: link.samples) : bound
      } ?? ""
    }
  }
}
