import LinkageCore
import Synchronization

/// Keeps the events of one trial, and tells when a scenario is over.
final class TrialHistory: HistorySink {
  private let kept = Mutex<[Event]>([])
  private let ended: AsyncStream<Void>.Continuation
  /// Yields after each scenario, several that end at once perhaps once; ends with the run.
  let endings: AsyncStream<Void>

  init() {
    (endings, ended) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
  }

  func append(_ event: Event) {
    kept.withLock { $0.append(event) }
    switch event.kind {
    case .caseEnded: ended.yield()
    case .runEnded: ended.finish()
    default: break
    }
  }

  var events: [Event] { kept.withLock(\.self) }
}
