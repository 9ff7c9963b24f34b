package import LinkageCore

/// Prints what a suite checks of its contract.
package struct CoverageReport {
  /// Where no terminal says how wide a line may be.
  private static let usualWidth = 100

  private let language: Language
  private let style: Style
  private let width: Int

  /// - Parameter width: columns of the terminal; `nil` where there is none.
  package init(language: Language, style: Style = .plain, width: Int?) {
    self.language = language
    self.style = style
    self.width = width ?? Self.usualWidth
  }

  private var words: any CoverageWords { language.coverageWords }

  package func text(_ coverage: SuiteCoverage) -> String {
    let head = words.head(
      contract: coverage.contract.map { VisibleText.line($0) },
      scenarios: coverage.scenarios.count,
      target: VisibleText.line(coverage.target))
    let sections = [
      [style.paint(head, .strong)], ways(coverage), unchecked(coverage), calls(coverage),
      fields(coverage), errors(coverage), lacking(coverage), skipped(coverage), closing(coverage),
    ]
    return sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
      .joined(separator: "\n\n") + "\n"
  }

  private func title(_ section: CoverageSection) -> String {
    style.paint(words.title(section), .strong)
  }

  // MARK: Ways

  private func ways(_ coverage: SuiteCoverage) -> [String] {
    guard !coverage.ways.isEmpty else { return [] }
    let rows = coverage.ways.map { way in
      CoverageRow(
        cells: [
          mark(way), way.link.entity ?? "", way.link.way,
          String(way.waiting.count + way.reading.count),
        ], text: journeys(way))
    }
    let lines = CoverageTable(
      rows: rows, alignments: [.left, .left, .left, .right], width: width
    ).lines
    return [title(.ways)]
      + zip(coverage.ways, lines).flatMap { way, lines in
        way.waiting.isEmpty ? lines.map { style.paint($0, .undecided) } : lines
      } + [style.paint("  " + words.legend, .quiet)]
  }

  private func mark(_ way: SuiteCoverage.Way) -> String {
    !way.waiting.isEmpty ? "✔" : !way.reading.isEmpty ? "~" : "–"
  }

  private func journeys(_ way: SuiteCoverage.Way) -> String {
    let waiting = words.list(way.waiting)
    guard !way.reading.isEmpty else { return waiting }
    return (way.waiting.isEmpty ? "" : waiting + words.semicolon) + words.reading(way.reading)
  }

  // MARK: What is not checked

  private func unchecked(_ coverage: SuiteCoverage) -> [String] {
    let promises = coverage.unchecked.filter { !$0.claim.kind.isCall && !$0.claim.kind.isField }
    guard !promises.isEmpty else { return [] }
    var subject: String?
    let rows = promises.map { promise in
      let isNew = promise.claim.subject != subject
      subject = promise.claim.subject
      return CoverageRow(
        cells: [isNew ? promise.claim.subject : ""],
        text: words.claim(promise.claim.kind) + note(promise))
    }
    return section(.promises, rows)
  }

  private func calls(_ coverage: SuiteCoverage) -> [String] {
    let calls = coverage.unchecked.filter(\.claim.kind.isCall)
    return section(
      .operations, calls.map { CoverageRow(cells: [], text: $0.claim.subject + note($0)) })
  }

  private func fields(_ coverage: SuiteCoverage) -> [String] {
    var entities: [(name: String, fields: [String])] = []
    for promise in coverage.unchecked {
      guard case .same(let field) = promise.claim.kind else { continue }
      if entities.last?.name != promise.claim.subject {
        entities.append((promise.claim.subject, []))
      }
      entities[entities.count - 1].fields.append(field + note(promise))
    }
    return section(
      .fields, entities.map { CoverageRow(cells: [$0.name], text: words.list($0.fields)) })
  }

  private func note(_ promise: SuiteCoverage.Promise) -> String {
    promise.skipped.isEmpty ? "" : words.onlySkipped(promise.skipped)
  }

  /// Errors are refused alike by many operations: those stand together.
  private func errors(_ coverage: SuiteCoverage) -> [String] {
    let missing = coverage.errors.filter { !$0.isChecked }
    guard !missing.isEmpty else { return [] }
    var names: [String] = []
    var operations: [String: [String]] = [:]
    for promise in missing {
      guard case .error(let name) = promise.claim.kind else { continue }
      if operations[name] == nil { names.append(name) }
      operations[name, default: []].append(promise.claim.subject)
    }
    let rows = names.map { CoverageRow(cells: [$0], text: words.list(operations[$0] ?? [])) }
    return section(.errors(missing: missing.count, of: coverage.errors.count), rows)
  }

  // MARK: The target

  private func lacking(_ coverage: SuiteCoverage) -> [String] {
    section(
      .lacking(target: VisibleText.line(coverage.target)),
      (coverage.lacking ?? []).map { CoverageRow(cells: [], text: $0) })
  }

  private func skipped(_ coverage: SuiteCoverage) -> [String] {
    let rows = coverage.skipped.map { skipped in
      let reasons = [
        skipped.lacks.isEmpty ? nil : language.listingWords.lacks(skipped.lacks),
        skipped.denied.isEmpty ? nil : language.listingWords.denied(skipped.denied),
      ].compactMap { $0 }
      return CoverageRow(cells: [skipped.name], text: reasons.joined(separator: words.semicolon))
    }
    return section(.skipped(target: VisibleText.line(coverage.target)), rows)
  }

  private func section(_ section: CoverageSection, _ rows: [CoverageRow]) -> [String] {
    guard !rows.isEmpty else { return [] }
    let table = CoverageTable(
      rows: rows, alignments: rows[0].cells.map { _ in .left }, width: width)
    return [title(section)] + table.lines.joined()
  }

  private func closing(_ coverage: SuiteCoverage) -> [String] {
    guard coverage.contract != nil else { return [style.paint(words.noContract, .undecided)] }
    let unchecked = coverage.unchecked.count
    let sentence = words.counts(
      checked: coverage.promises.count - unchecked, of: coverage.promises.count)
    return [style.paint(sentence, unchecked == 0 ? .success : .undecided)]
  }
}

extension Claim.Kind {
  fileprivate var isCall: Bool { if case .exists = self { true } else { false } }

  fileprivate var isField: Bool { if case .same = self { true } else { false } }
}
