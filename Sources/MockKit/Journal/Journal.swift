import Foundation
import NIOCore
import Synchronization

/// The latest requests to the servers of a set and their answers.
///
/// A request costs it an append under a lock; whatever else there is to do is done for readers.
package final class Journal: Sendable {
  /// What is longer is cut.
  package static let longestBody = 65_536
  /// Of all bodies together, in bytes.
  private static let mostBytes = 32 << 20

  private struct State {
    var underWay = 0
    var count: UInt64 = 0
    var bytes = 0
    var entries: CircularBuffer<JournalEntry> = []
    var followers: [UUID: AsyncStream<JournalEntry>.Continuation] = [:]
  }

  private let limit: Int
  private let state = Mutex(State())

  /// - Parameter limit: how many entries are kept.
  package init(limit: Int = 10_000) {
    self.limit = limit
  }

  /// Requests that have no answer so far.
  package var underWay: Int { state.withLock(\.underWay) }

  func begin() {
    state.withLock { $0.underWay += 1 }
  }

  /// Writes down a request that was begun.
  func end(_ entry: JournalEntry) {
    let (entry, followers) = state.withLock { state in
      state.underWay -= 1
      state.count += 1
      var entry = entry
      entry.id = state.count
      state.entries.append(entry)
      state.bytes += entry.size
      forget(&state)
      return (entry, Array(state.followers.values))
    }
    for follower in followers { follower.yield(entry) }
  }

  private func forget(_ state: inout State) {
    while state.entries.count > limit || state.bytes > Self.mostBytes,
      let oldest = state.entries.popFirst()
    {
      state.bytes -= oldest.size
    }
  }

  /// Oldest first.
  package var entries: [JournalEntry] { state.withLock { Array($0.entries) } }

  /// Nothing where it is not there yet or no longer.
  package func entry(_ id: UInt64) -> JournalEntry? {
    state.withLock { state in
      guard let first = state.entries.first?.id, id >= first, id - first < state.entries.count
      else {
        return nil
      }
      return state.entries[offset: Int(id - first)]
    }
  }

  /// What is added from now on; a reader who is slow misses the oldest of a thousand.
  package func follow() -> AsyncStream<JournalEntry> {
    let (stream, continuation) = AsyncStream.makeStream(
      of: JournalEntry.self, bufferingPolicy: .bufferingNewest(1000))
    let id = UUID()
    state.withLock { $0.followers[id] = continuation }
    continuation.onTermination = { [weak self] _ in
      self?.state.withLock { _ = $0.followers.removeValue(forKey: id) }
    }
    return stream
  }

  /// Ends all that follow.
  package func close() {
    let followers = state.withLock { Array($0.followers.values) }
    for follower in followers { follower.finish() }
  }
}
