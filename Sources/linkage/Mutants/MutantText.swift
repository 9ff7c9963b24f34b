import LinkageCore
import LinkageReport
import MockKit

/// What `linkage mutants` prints.
struct MutantText: Sendable {
  let language: Language
  /// The folder of the runs that are kept, as the user names it.
  let results: String

  private var words: any MutantWords {
    language == .chinese ? ChineseMutantWords() : EnglishMutantWords()
  }

  /// So many signs are shown of one fault; the file of `--json` has all.
  private static let mostShown = 2

  func head(scenarios: Int, kinds: Int, seed: UInt64) -> String {
    words.head(version: Version.text, scenarios: scenarios, kinds: kinds, seed: seed) + "\n"
  }

  func healthy(took: Nanoseconds) -> String { words.healthy(DurationText.text(took)) + "\n" }

  func notHealthy(_ signs: MutantSigns, within: Nanoseconds) -> String {
    let lines = (signs.failures + signs.undecided).map { "  \($0.text)\n" }
    return words.notHealthy(within: DurationText.text(within)) + "\n" + lines.joined()
  }

  func progress(_ result: MutantResult, number: Int, of count: Int) -> String {
    "[\(number)/\(count)] \(result.kind.name): \(words.outcome(result.outcome)) (\(took(result)))\n"
  }

  func outOfTime(_ limit: Nanoseconds) -> String {
    words.outOfTime(DurationText.text(limit))
  }

  func table(_ summary: MutantSummary) -> String {
    let head = MutantColumn.allCases.map(words.column)
    let rows = summary.results.map { result in
      [
        words.outcome(result.outcome), result.kind.name,
        words.fired(result.fired, isWhole: result.kind.isWhole), took(result), reason(result),
      ]
    }
    let alignments: [TextTable.Alignment] = [.left, .left, .right, .right, .left]
    let lines = TextTable(alignments: alignments, rows: [head] + rows).lines
    return "\n" + lines.joined(separator: "\n") + "\n\n" + sentence(summary) + "\n"
      + kept(summary)
  }

  /// A command for each run that was kept, by which to see what was wrong.
  private func kept(_ summary: MutantSummary) -> String {
    let rows = summary.results.compactMap { result in
      result.run.map { [result.kind.name, InspectionHint(id: $0, results: results).check] }
    }
    if rows.isEmpty { return "" }
    let table = TextTable(alignments: [.left, .left], rows: rows)
    return words.kept + "\n" + table.lines.map { "  \($0)\n" }.joined()
  }

  private func took(_ result: MutantResult) -> String { DurationText.text(result.took) }

  private func reason(_ result: MutantResult) -> String {
    if let problem = result.problem { return problem }
    if [.survived, .neverFired].contains(result.outcome) {
      return language.pick(result.kind.title)
        + words.dueTo(result.kind.caughtBy)
    }
    let shown = result.signs.prefix(Self.mostShown).map(\.text).joined(separator: words.comma)
    let more = result.signs.count - Self.mostShown
    return shown + (more > 0 ? words.more(more) : "")
  }

  private func sentence(_ summary: MutantSummary) -> String {
    var lines: [String] = []
    let missing = summary.asked - summary.results.count
    for family in MutantFamily.allCases where summary.count(family) > 0 {
      let counts = MutantResult.Outcome.allCases.reversed().compactMap { outcome in
        let count = summary.count(family, outcome)
        return count == 0 ? nil : words.count(count, outcome)
      }
      lines.append(words.family(family, count: summary.count(family), counts))
    }
    if missing > 0 { lines.append(words.missing(missing)) }
    let neverFired = summary.results.contains { $0.outcome == .neverFired }
    if neverFired { lines.append(words.neverFired(isWhole: summary.isWhole)) }
    return lines.joined(separator: "\n")
  }
}

enum MutantColumn: CaseIterable {
  case outcome, name, fired, took, reason
}
