import LinkageReport
import LinkageStore

/// What the store could not do, as what the user is told.
enum StoreComplaint {
  static func of(_ error: StoreError) -> Complaint {
    switch error {
    case .noSuchRun(let name, let nearest, let recent):
      .noSuchRun(name: name, nearest: nearest, recent: recent)
    case .ambiguousRun(let name, let candidates):
      .ambiguousRun(name: name, candidates: candidates)
    default: .storeProblem(detail: "\(error)")
    }
  }
}
