import MockKit
import Synchronization

/// What shall fail, and what came of it.
final class FailureBook: Sendable {
  struct Entry: Sendable, Equatable {
    let id: String
    let order: FailureOrder
    var fired = 0

    var left: Int { (order.count ?? 1) - fired }
  }

  private struct State {
    var count = 0
    var entries: [Entry] = []
  }

  private let state = Mutex(State())

  /// The oldest first, those that are used up, too.
  var entries: [Entry] { state.withLock(\.entries) }

  func add(_ order: FailureOrder) -> Entry {
    state.withLock { state in
      state.count += 1
      let entry = Entry(id: "failure-\(state.count)", order: order)
      state.entries.append(entry)
      return entry
    }
  }

  /// The first order that concerns the call and is not used up; it has fired once more.
  func take(_ call: Call) -> FailureOrder? {
    state.withLock { state in
      let place = state.entries.firstIndex { $0.left > 0 && $0.order.concerns(call) }
      guard let place else { return nil }
      state.entries[place].fired += 1
      return state.entries[place].order
    }
  }

  /// - Returns: whether there was one.
  func remove(_ id: String) -> Bool {
    state.withLock { state in
      let count = state.entries.count
      state.entries.removeAll { $0.id == id }
      return state.entries.count < count
    }
  }

  func clear() {
    state.withLock { $0.entries = [] }
  }
}
