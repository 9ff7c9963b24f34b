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
    case .corrupt(let path, let reason): .storeDamaged(path: path, reason: reason)
    case .foreign(let path): .storeDamaged(path: path, reason: "another program's database")
    case .newerSchema(let path): .storeTooNew(path: path)
    case .damagedRun(let id, let reason): .storeDamaged(path: id, reason: reason)
    case .runExists(let id): .storeProblem(detail: "there is a run \(id) already")
    case .cannotOpen(let path, let reason): .storeProblem(detail: "\(path): \(reason)")
    case .readFailed(let reason), .writeFailed(let reason): .storeProblem(detail: reason)
    case .diskFull: .storeProblem(detail: "no space left on device")
    }
  }
}
