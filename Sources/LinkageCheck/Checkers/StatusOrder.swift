public import LinkageCore
import Values

/// A status goes the ways that the contract allows: what an actor reads later on a platform must be
/// reachable from what he has read there before.
public struct StatusOrder: Checker {
  public let name = "status-order"

  public init() {}

  public func check(_ index: HistoryIndex) -> CheckResult {
    var observed = 0
    var violations: [CheckResult.Violation] = []
    for (number, subject) in index.subjects.enumerated() {
      let flows = index.orders[subject.entity].flows
      guard !flows.isEmpty, !index.endings.isDeleted(number) else { continue }
      for track in index.tracks(of: number, byPerson: true) where track.reads.count > 1 {
        for flow in flows {
          let (wasCompared, violation) = look(at: track, flow, index)
          observed += wasCompared ? 1 : 0
          if let violation { violations.append(violation) }
        }
      }
    }
    return CheckResult(checker: name, observed: observed, violations: violations)
  }

  private func look(
    at track: Track, _ flow: FieldOrder.Flow, _ index: HistoryIndex
  ) -> (wasCompared: Bool, violation: CheckResult.Violation?) {
    var seen: [(status: String, read: Observation)] = []
    var found: CheckResult.Violation?
    var wasCompared = false
    Sweep(earlier: track.reads, later: track.reads, index: index).run(
      take: { read in
        guard let status = status(in: read, flow) else { return }
        seen.removeAll { $0.status == status }
        seen.append((status, read))
      },
      look: { read in
        guard let status = status(in: read, flow), !seen.isEmpty else { return true }
        wasCompared = true
        if let earlier = seen.last(where: { !flow.allows($0.status, then: status) }) {
          found = index.violation(
            .wentBack, [earlier.read, read], field: flow.name,
            facts: [.init("earlier", .string(earlier.status)), .init("found", .string(status))])
        }
        return found == nil
      })
    return (wasCompared, found)
  }

  /// A status that the contract does not know is not judged here.
  private func status(in read: Observation, _ flow: FieldOrder.Flow) -> String? {
    guard let status = read.value(flow.name)?.stringValue, flow.isKnown(status) else { return nil }
    return status
  }
}
