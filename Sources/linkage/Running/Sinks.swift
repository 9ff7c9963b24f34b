import Dispatch
import LinkageCore
import Synchronization

/// Keeps a history in memory, in pieces: one array that grows is copied again and again while what
/// runs needs the room.
final class MemorySink: HistorySink {
  private static let piece = 4096
  private let kept = Mutex<[[Event]]>([])

  func append(_ event: Event) {
    kept.withLock { pieces in
      if pieces.last?.count ?? Self.piece == Self.piece { pieces.append([]) }
      pieces[pieces.count - 1].append(event)
    }
  }

  /// Everything so far, which is kept here no longer.
  func take() -> [Event] {
    var pieces = kept.withLock { pieces in
      defer { pieces = [] }
      return pieces
    }
    var events: [Event] = []
    events.reserveCapacity(pieces.reduce(0) { $0 + $1.count })
    for place in pieces.indices {
      events += pieces[place]
      pieces[place] = []
    }
    return events
  }
}

/// Hands events on to several, in one order for all and behind the back of the one who appends them:
/// loops that wait for each other's events would be late.
final class EventQueue: HistorySink {
  private let sinks: [any HistorySink]
  private let waiting = Mutex<[Event]>([])
  private let queue = DispatchQueue(label: "linkage-events")
  private static let delay = DispatchTimeInterval.milliseconds(5)

  init(_ sinks: [any HistorySink]) { self.sinks = sinks }

  func append(_ event: Event) {
    let isFirst = waiting.withLock { waiting in
      waiting.append(event)
      return waiting.count == 1
    }
    if isFirst { queue.asyncAfter(deadline: .now() + Self.delay) { self.handOn() } }
  }

  /// Returns when all that was appended before is handed on.
  func drain() async {
    await withCheckedContinuation { continuation in
      queue.async {
        self.handOn()
        continuation.resume()
      }
    }
  }

  /// Only on the queue, so that batches keep their order.
  private func handOn() {
    let events = waiting.withLock { waiting in
      defer { waiting = [] }
      return waiting
    }
    for event in events {
      for sink in sinks { sink.append(event) }
    }
  }
}
