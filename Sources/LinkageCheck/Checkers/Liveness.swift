public import LinkageCore
import Values

/// One bad message does not block the rest: after a change that never arrives, others still do.
///
/// A single change that is missing is lost. Blocked is a link where several are missing and nothing
/// that was acknowledged after the first of them has arrived.
public struct Liveness: Checker {
  public let name = "liveness"

  private struct Way: Hashable {
    var system: Int
    var from: String
    var to: String
  }

  /// What is known of one link.
  private struct Known {
    var stuck: [(acknowledged: Instant, write: Observation, reads: LastReads)] = []
    /// When the last change was acknowledged that has arrived.
    var lastArrived = Instant(.min)
  }

  public init() {}

  public func check(_ index: HistoryIndex) -> CheckResult {
    let links = links(of: index)
    let found = links.sorted {
      ($0.key.from, $0.key.to, $0.key.system) < ($1.key.from, $1.key.to, $1.key.system)
    }.compactMap { violation($0.key, $0.value, index) }
    let observed = Set(links.keys.map { [$0.from, $0.to] }).count
    return CheckResult(checker: name, observed: observed, violations: found)
  }

  private func links(of index: HistoryIndex) -> [Way: Known] {
    var links: [Way: Known] = [:]
    index.forEachWrittenTrack { track, writes in
      add(FinalState(index: index, track: track, writes: writes), to: &links, index)
    }
    return links
  }

  private func add(_ end: FinalState, to links: inout [Way: Known], _ index: HistoryIndex) {
    let to = end.track.platform
    func way(_ write: IndexedOperation) -> Way {
      Way(system: index.systems.number(of: write), from: write.platform, to: to)
    }
    if let (missing, reads) = end.missing {
      let operation = index.operation(of: missing.write)
      guard operation.platform != to else { return }
      links[way(operation), default: Known()].stuck.append(
        (operation.received, missing.write, reads))
    } else {
      for write in end.arrived {
        let operation = index.operation(of: write)
        let known = links[way(operation)]?.lastArrived ?? Instant(.min)
        links[way(operation), default: Known()].lastArrived = max(known, operation.received)
      }
    }
  }

  private func violation(
    _ way: Way, _ known: Known, _ index: HistoryIndex
  ) -> CheckResult.Violation? {
    let stuck = known.stuck.sorted { $0.acknowledged < $1.acknowledged }
    guard stuck.count > 1, let first = stuck.first, let last = stuck.last,
      known.lastArrived < first.acknowledged
    else { return nil }
    let proof = [first.write, first.reads.second, last.write, last.reads.second]
    return index.violation(
      .blocked, proof.map { index.operation(of: $0) }, of: index.subject(of: first.write),
      platform: way.to,
      facts: [
        .init("from", .string(way.from)), .init("stuck", .int(Int64(stuck.count))),
      ])
  }
}
