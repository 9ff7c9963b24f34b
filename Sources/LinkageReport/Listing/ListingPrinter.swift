package import LinkageCore

/// Prints a suite as a table; on a terminal too narrow for it, scenario by scenario.
package struct ListingPrinter {
  /// A title with less room than this says too little.
  private static let narrowestTitle = 20

  private let language: Language
  private let style: Style
  private let width: Int?

  /// - Parameter width: columns of the terminal; `nil` cuts nothing.
  package init(language: Language, style: Style = .plain, width: Int?) {
    self.language = language
    self.style = style
    self.width = width
  }

  package func text(_ listing: SuiteListing) -> String {
    let words = language.listingWords
    let counts = words.counts(
      scenarios: listing.entries.count, skipped: listing.skipped.count,
      target: VisibleText.line(listing.target))
    let lines = table(listing) ?? listing.entries.flatMap(block)
    return (lines + ["", style.paint(counts, .strong)]).map { $0 + "\n" }.joined()
  }

  // MARK: A table

  /// `nil` where there is no room for one.
  private func table(_ listing: SuiteListing) -> [String]? {
    let header = [""] + ListingColumn.allCases.map(language.listingWords.column)
    let rows = [header] + listing.entries.map { [mark($0)] + cells($0) }
    let fixed = TextTable(
      alignments: Array(repeating: .left, count: header.count),
      rows: rows.map { $0.dropLast() + ["|"] }
    ).lines
    let room = width.map { $0 - (fixed.map { DisplayWidth.of($0) }.max() ?? 0) + 1 }
    if let room, room < Self.narrowestTitle { return nil }
    let lines = zip(fixed, rows).map { line, row in
      let title = row.last ?? ""
      return Columns.trimmedEnd(
        line.dropLast() + (room.map { Columns.cut(title, to: $0) } ?? title))
    }
    return [style.paint(lines.first ?? "", .quiet)]
      + zip(lines.dropFirst(), listing.entries).flatMap { [$0] + reasons($1) }
  }

  private func mark(_ entry: SuiteListing.Entry) -> String {
    entry.obstacles.isEmpty ? "✔" : "–"
  }

  /// In the order of the columns.
  private func cells(_ entry: SuiteListing.Entry) -> [String] {
    let outline = entry.outline
    return [
      outline.name, outline.priority ?? "", outline.tags.joined(separator: ", "),
      entry.platforms.joined(separator: " "), entry.links.map(\.text).joined(separator: ", "),
      outline.title[language],
    ].map(VisibleText.line)
  }

  // MARK: One below the other

  private func block(_ entry: SuiteListing.Entry) -> [String] {
    let cells = self.cells(entry)
    let facts = cells.dropFirst().dropLast().filter { !$0.isEmpty }
    let lines = [cells.last ?? "", facts.joined(separator: "  ")].filter { !$0.isEmpty }
    return [style.paint(cut("\(mark(entry)) \(cells[0])"), .strong)]
      + lines.map { cut("  " + $0) } + reasons(entry)
  }

  private func reasons(_ entry: SuiteListing.Entry) -> [String] {
    let words = language.listingWords
    let lacks = entry.lacks.isEmpty ? nil : words.lacks(entry.lacks)
    let denied = entry.denied.isEmpty ? nil : words.denied(entry.denied)
    return [lacks, denied].compactMap { $0 }
      .map { style.paint("    " + VisibleText.line($0), .undecided) }
  }

  private func cut(_ text: String) -> String {
    width.map { Columns.cut(text, to: $0) } ?? text
  }
}
