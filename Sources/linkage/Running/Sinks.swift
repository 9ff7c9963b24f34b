import LinkageCore
import Synchronization

/// Keeps a history in memory.
final class MemorySink: HistorySink {
  private let kept = Mutex<[Event]>([])

  func append(_ event: Event) { kept.withLock { $0.append(event) } }

  var events: [Event] { kept.withLock(\.self) }
}

/// Hands every event on to several; the lock keeps their order the same for all.
final class FanOut: HistorySink {
  private let sinks: [any HistorySink]
  private let order = Mutex(())

  init(_ sinks: [any HistorySink]) { self.sinks = sinks }

  func append(_ event: Event) {
    order.withLock { _ in
      for sink in sinks { sink.append(event) }
    }
  }
}
