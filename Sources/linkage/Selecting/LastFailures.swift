import LinkageCheck
import LinkageCore
import LinkageReport

/// The cases of the last stored run that did not pass.
struct LastFailures {
  var run: String
  /// Their names without the number of a sample: all samples of one are run again.
  var names: [String]

  static func load(from folder: ResultsFolder) throws(Stop) -> LastFailures {
    let history = try folder.history(of: "last")
    return LastFailures(run: history.header.id, names: names(in: history))
  }

  private static func names(in history: History) -> [String] {
    var names: [String] = []
    for (outline, verdict) in zip(history.outline.cases, Judge.verdict(of: history).cases) {
      let name = CaseName.text(id: outline.id, row: outline.row, sample: nil)
      switch verdict.status {
      case .failed, .errored, .interrupted: if !names.contains(name) { names.append(name) }
      case .passed, .skipped: continue
      }
    }
    return names
  }
}
