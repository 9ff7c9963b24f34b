import LinkageCore

/// The full messages of everything that failed, under the scenario that each belongs to.
struct FailureList {
  let run: JudgedRun
  let language: Language
  let style: Style

  /// More messages than this nobody reads on a terminal.
  static let most = 20

  /// Blocks to be parted by an empty line; the last one says how to judge the run again.
  var messages: [String] {
    let printer = FindingPrinter(run: run, language: language, style: style)
    let pairs = zip(run.history.outline.cases, run.verdict.cases)
    var blocks: [String] = []
    var told: Set<Failure> = []
    var (left, alike) = (0, 0)
    for (number, pair) in pairs.enumerated() {
      let failures = Failure.all(pair.0, pair.1)
      if pair.0.sample != nil, !failures.isEmpty, failures.isSubset(of: told) {
        alike += 1
      } else if blocks.count >= Self.most {
        left += pair.1.findings.count + pair.1.cleanup.count
      } else {
        blocks += messages(of: pair.0, pair.1, number, printer)
        told.formUnion(failures)
      }
    }
    guard !blocks.isEmpty else { return [] }
    let words = language.consoleWords
    if alike > 0 { blocks.append(words.samplesAlike(alike)) }
    if left > 0 { blocks.append(words.notShown(left)) }
    let command = language.findingWords.checkAgain(run: run.history.header.id)
    return blocks + [style.paint(command, .quiet)]
  }

  /// What the samples of a scenario that failed the same way share.
  private struct Failure: Hashable {
    let id: String
    let row: String?
    let step: Int
    let type: FailureType
    let expectation: Int?

    static func all(_ outline: Outline.Case, _ verdict: CaseVerdict) -> Set<Failure> {
      Set(
        (verdict.findings + verdict.cleanup).map {
          Failure(
            id: outline.id, row: outline.row, step: $0.step, type: $0.type,
            expectation: $0.expectation)
        })
    }
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
    return mark + style.paint("  " + VisibleText.line(outline.title[language]), .quiet)
  }
}
