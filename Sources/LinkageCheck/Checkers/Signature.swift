public import LinkageCore
import Values

/// What is forged, or sent a second time by somebody else, is refused and changes nothing.
public struct Signature: Checker {
  public let name = "signature"

  public init() {}

  public func check(_ index: HistoryIndex) -> CheckResult {
    let forgeries = Forgeries(index)
    let taken = forgeries.all.filter { $0.end == .ok }.map { index.violation(.notRefused, [$0]) }
    var ignored = 0
    var told: Set<Int> = []
    let changed =
      forgeries.all.isEmpty
      ? []
      : QuietChange.all(index.changes, observed: &ignored).compactMap { change in
        forgeries.between(change, index).flatMap { forgery in
          told.insert(change.subject).inserted ? violation(change, forgery, index) : nil
        }
      }
    return CheckResult(
      checker: name, observed: forgeries.all.count, violations: taken + changed)
  }

  private func violation(
    _ change: QuietChange, _ forgery: IndexedOperation, _ index: HistoryIndex
  ) -> CheckResult.Violation {
    let (earlier, later) = (index.operation(of: change.earlier), index.operation(of: change.later))
    return index.violation(
      .notRefused, [earlier, forgery, later], of: index.subjects[change.subject],
      field: change.field,
      facts: change.facts)
  }
}

/// The operations that the contract calls forgeries, of which it is known how they ended.
struct Forgeries {
  let all: [IndexedOperation]

  init(_ index: HistoryIndex) {
    all = index.operations.filter { operation in
      (operation.end == .ok || operation.end == .refused)
        && index.outline(of: operation).effects?.isForgery == true
    }
  }

  /// One that was sent after the earlier read and before the later one was answered, and whose own
  /// case speaks of what changed: anything else may have come late by itself.
  func between(_ change: QuietChange, _ index: HistoryIndex) -> IndexedOperation? {
    let (earlier, later) = (index.operation(of: change.earlier), index.operation(of: change.later))
    let cases = cases(of: change.subject, index)
    return all.first { forgery in
      forgery.received > earlier.began && forgery.began < later.received
        && cases.contains(forgery.step.case)
    }
  }

  private func cases(of subject: Int, _ index: HistoryIndex) -> Set<Int> {
    Set(index.subjects[subject].observations.map { index.operation(at: $0).step.case })
  }
}
