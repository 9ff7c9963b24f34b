import LinkageCore

/// How long each link took: the sample's quantiles between their bounds.
struct LinkTable {
  let links: [LinkSummary]
  let language: Language

  /// The first line names the columns.
  var lines: [String] {
    let words = language.consoleWords
    let columns = LinkColumn.allCases.filter { column in
      switch column {
      case .promised: hasPromises
      case .sure: links.contains { $0.isHighShown && $0.estimates != nil }
      default: true
      }
    }
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
      link.isHighShown ? IntervalText.text(link.p95) : words.needsSamples(Self.samplesForHigh)
    case .sure: sure(of: link, words)
    case .censored: String(link.censored)
    case .promised: promise(of: link, words)
    }
  }

  private func sure(of link: LinkSummary, _ words: any ConsoleWords) -> String {
    guard link.isHighShown, let estimates = link.estimates else { return "" }
    return PopulationText.text(
      estimates.p95, samples: estimates.writes, tooFew: words.needsSamples)
  }

  /// `≤ 1 s  ✘ 3 of 4 later`; with enough samples the sign is that of all changes.
  private func promise(of link: LinkSummary, _ words: any ConsoleWords) -> String {
    guard let promised = link.promised else { return "" }
    let sign = link.isHighShown ? link.estimates?.sloAnswer?.promiseSign : nil
    let late = link.late > 0 ? words.late(link.late, of: link.samples) : nil
    let mark = sign ?? (late == nil ? nil : "✘")
    let answer = [mark, late].compactMap { $0 }.joined(separator: " ")
    return ["≤ " + LimitText.text(promised), answer].filter { !$0.isEmpty }
      .joined(separator: "  ")
  }
}

extension LinkSummary {
  /// Whether its p95 is more than the largest sample.
  var isHighShown: Bool { samples >= LinkTable.samplesForHigh }
}

extension Judgement {
  fileprivate var promiseSign: String {
    switch self {
    case .pass: "✔"
    case .fail: "✘"
    case .unknown: "?"
    }
  }
}
