public import LinkageCore
import Values

/// A status goes the ways that the contract allows: what an actor reads later on a platform must be
/// reachable from what he has read there before.
public struct StatusOrder: Checker {
  public let name = "status-order"

  public init() {}

  public func check(_ index: HistoryIndex) -> CheckResult {
    var tally = Tally()
    for (number, subject) in index.subjects.enumerated() {
      let flows = index.orders[subject.entity].flows
      guard !flows.isEmpty, !index.endings.isDeleted(number) else { continue }
      for track in index.personTracks[number] where track.reads.count > 1 {
        for flow in flows {
          tally.add(look(at: track, flow, index))
        }
      }
    }
    return tally.result(of: name)
  }

  private func look(
    at track: Track, _ flow: FieldOrder.Flow, _ index: HistoryIndex
  ) -> Tally.Look {
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
