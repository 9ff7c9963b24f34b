import LinkageCheck
import LinkageCore
import LinkageReport
import LinkageStore

/// The cases of the last stored run that did not pass.
struct LastFailures {
  var run: String
  /// Their names without the number of a sample: all samples of one are run again.
  var names: [String]

  static func load(from folder: ResultsFolder) throws(Stop) -> LastFailures {
    guard folder.hasStore else {
      throw .complaint(.noSuchRun(name: "last", nearest: nil, recent: []), .invalid)
    }
    let store = try folder.openStore()
    do throws(StoreError) {
      let history = try store.history(of: store.resolve("last"))
      return LastFailures(run: history.header.id, names: names(in: history))
    } catch {
      throw .complaint(StoreComplaint.of(error), .invalid)
    }
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
