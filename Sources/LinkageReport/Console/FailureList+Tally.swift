import LinkageCore

extension FailureList {
  /// What has been told, so that samples and rows of a scenario that failed alike are told once.
  struct Tally {
    /// One case's messages, and the other rows to which they apply.
    struct Told {
      let blocks: [String]
      var rows: [String] = []
    }

    private(set) var told: [Told] = []
    /// How many messages were told.
    private(set) var blocks = 0
    /// How many samples failed as another one that was told.
    private(set) var samples = 0
    /// How many findings were left out.
    private(set) var left = 0

    private var ofRow: [Row: Set<Failure>] = [:]
    private var places: [Scenario: Int] = [:]

    /// Whether nothing is left to say of a case; where another row was told, this one is listed.
    mutating func isTold(_ outline: Outline.Case, _ verdict: CaseVerdict) -> Bool {
      let failures = Failure.all(outline, verdict)
      guard !failures.isEmpty else { return true }
      let row = Row(id: outline.id, row: outline.row)
      if outline.sample != nil, let known = ofRow[row], failures.isSubset(of: known) {
        samples += 1
        return true
      }
      let scenario = Scenario(id: outline.id, failures: failures)
      guard let name = outline.row, let place = places[scenario] else { return false }
      told[place].rows.append("[\(name)]")
      ofRow[row, default: []].formUnion(failures)
      return true
    }

    /// Without blocks the case's findings are only counted.
    mutating func tell(_ outline: Outline.Case, _ verdict: CaseVerdict, _ blocks: [String]) {
      guard !blocks.isEmpty else {
        left += verdict.findings.count + verdict.cleanup.count
        return
      }
      let failures = Failure.all(outline, verdict)
      ofRow[Row(id: outline.id, row: outline.row), default: []].formUnion(failures)
      if outline.row != nil { places[Scenario(id: outline.id, failures: failures)] = told.count }
      told.append(Told(blocks: blocks))
      self.blocks += blocks.count
    }
  }

  private struct Row: Hashable {
    let id: String
    let row: String?
  }

  private struct Scenario: Hashable {
    let id: String
    let failures: Set<Failure>
  }

  /// What failures that one message tells share.
  private struct Failure: Hashable {
    let step: Int
    let operation: String
    let type: FailureType
    let expectation: Int?
    /// The error's name, or the answer's status.
    let cause: String?

    static func all(_ outline: Outline.Case, _ verdict: CaseVerdict) -> Set<Failure> {
      Set((verdict.findings + verdict.cleanup).map { Failure($0, outline) })
    }

    private init(_ finding: Finding, _ outline: Outline.Case) {
      let isKnown = outline.steps.indices.contains(finding.step)
      (step, type, expectation) = (finding.step, finding.type, finding.expectation)
      operation = isKnown ? outline.steps[finding.step].operation : ""
      switch finding.outcome {
      case .refused(let error): cause = error
      case .unknown(_, let status?), .unexpected(let status, _): cause = String(status)
      default: cause = nil
      }
    }
  }
}
