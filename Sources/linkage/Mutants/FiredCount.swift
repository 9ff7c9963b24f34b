import MockKit
import Mocks
import Synchronization

/// How often the faults of a trial's sets were asked and fired, all sets taken together.
final class FiredCount: Sendable {
  private let counts = Mutex((evaluated: 0, fired: 0))

  func add(_ mocks: MockSet) {
    let reports = mocks.faultReports
    counts.withLock { counts in
      counts.evaluated += reports.reduce(0) { $0 + $1.evaluated }
      counts.fired += reports.reduce(0) { $0 + $1.fired }
    }
  }

  var evaluated: Int { counts.withLock(\.evaluated) }
  var fired: Int { counts.withLock(\.fired) }
}
