import MockKit
import Synchronization

/// Tells both platforms what has become of the stock.
///
/// It needs no outbox: what a platform was told last is compared with what there is, so of many
/// changes of one product only the last one travels, and after a restart all that changed since the
/// beginning travels again, which changes nothing where it is known.
final class StockTeller: Sendable {
  private let tellers: [PlatformTeller]
  private let chores: [Chore]
  /// The trace of the request that changed something last.
  private let trace = Mutex(Traceparent(nil))

  init(database: MockDatabase, environment: LinkEnvironment) {
    tellers = ShopSide.allCases.map {
      PlatformTeller(side: $0, database: database, environment: environment)
    }
    chores = tellers.map { _ in Chore(clock: environment.clock) }
  }

  func start(_ platforms: [ShopSide: String]) {
    for (teller, chore) in zip(tellers, chores) {
      guard let url = platforms[teller.side] else { continue }
      chore.start { await teller.run(url, self.trace.withLock { $0 }) }
    }
  }

  func tell(_ trace: Traceparent) {
    self.trace.withLock { $0 = trace }
    for chore in chores { chore.wake() }
  }

  /// Tells everything again.
  func resume() {
    for teller in tellers { teller.forget() }
    for chore in chores { chore.wake() }
  }

  var isResting: Bool { chores.allSatisfy(\.isResting) }

  func stop() async {
    for chore in chores { await chore.stop() }
  }
}
