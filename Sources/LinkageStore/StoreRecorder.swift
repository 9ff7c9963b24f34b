import Dispatch
import GRDB
package import LinkageCore
import Synchronization

/// Writes a run's events behind the back of the one who appends them.
///
/// `append` only takes a lock that is never held during input or output. A queue of its own
/// writes one transaction for each batch: at the latest 50 ms after the first event of it, at
/// once when 256 have come. After a failure nothing more is written, so that a stored history has
/// no hole, and `close` throws it.
package final class StoreRecorder: HistorySink, Sendable {
  private struct State {
    var waiting: [Event] = []
    /// The number of the first that waits.
    var next: Int
    var failure: StoreError?
  }

  private static let delay = DispatchTimeInterval.milliseconds(50)
  private static let batch = 256
  /// Each waits as long as the database's busy timeout.
  private static let attempts = 6

  private let database: DatabaseQueue
  private let run: String
  private let queue = DispatchQueue(label: "linkage-store-recorder")
  private let state: Mutex<State>

  init(database: DatabaseQueue, run: String, count: Int) {
    self.database = database
    self.run = run
    state = Mutex(State(next: count))
  }

  package func append(_ event: Event) {
    let waiting = state.withLock { state in
      if state.failure == nil { state.waiting.append(event) }
      return state.waiting.count
    }
    // Whatever the first one's turn leaves behind has a turn of its own.
    if waiting == 1 { queue.asyncAfter(deadline: .now() + Self.delay) { self.write() } }
    if waiting == Self.batch { queue.async { self.write() } }
  }

  /// Returns when all that was appended before is written, or has failed.
  package func flush() async {
    await withCheckedContinuation { continuation in
      queue.async {
        self.write()
        continuation.resume()
      }
    }
  }

  /// Flushes; throws when not everything could be written.
  package func close() async throws(StoreError) {
    await flush()
    if let failure = state.withLock({ $0.failure }) { throw failure }
  }

  /// Only on the queue, so batches keep their order.
  private func write() {
    let (events, first) = state.withLock { state in
      defer {
        state.next += state.waiting.count
        state.waiting = []
      }
      return (state.waiting, state.next)
    }
    if events.isEmpty { return }
    do throws(StoreError) {
      try insert(events, from: first)
    } catch {
      state.withLock { state in
        state.failure = state.failure ?? error
        state.waiting = []
      }
    }
  }

  /// Another program may hold the file longer than the busy timeout.
  private func insert(_ events: [Event], from first: Int) throws(StoreError) {
    try Attempt.writing {
      for attempt in 1...Self.attempts {
        do {
          return try database.write { db in
            try EventTable.insert(events, from: first, of: run, in: db)
          }
        } catch let error as DatabaseError
          where error.resultCode == .SQLITE_BUSY && attempt < Self.attempts
        {}
      }
    }
  }
}
