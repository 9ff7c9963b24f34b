import Synchronization

/// A copy of a platform's data that members read from where a fault wants it.
///
/// It is one state as a whole and never goes back, and what is changed on this platform shows at once;
/// so only what comes over the link is seen late.
final class ReadReplica: Sendable {
  private struct State {
    var copy: MockDatabase?
    /// On the mocks' clock.
    var taken: Duration = .zero
    /// The life of the set and the count of changes when it was taken.
    var version: [UInt64] = []
  }

  private let changes = Atomic<UInt64>(0)
  private let state = Mutex(State())

  /// Something was changed here; it must be seen from now on.
  func outdate() {
    changes.add(1, ordering: .releasing)
  }

  func source(for call: Call, of shop: Shop) throws -> MockDatabase {
    let fault = shop.fires(
      .staleReads, event: call.trace.text, type: "\(call.method) \(call.path)")
    guard let fault else { return shop.database }
    return try copy(of: shop, atMost: fault.duration("bound"))
  }

  private func copy(of shop: Shop, atMost bound: Duration) throws -> MockDatabase {
    let now = shop.clock.now
    let version = [shop.epoch.number, changes.load(ordering: .acquiring)]
    return try state.withLock { state in
      let isFresh = state.version == version && (now - state.taken) < bound && now >= state.taken
      if let copy = state.copy, isFresh { return copy }
      let copy = try state.copy ?? MockDatabase(copyAt: nil)
      try MockDatabase.hold([shop.database]) { try copy.fill(from: $0[0]) }
      state = State(copy: copy, taken: now, version: version)
      return copy
    }
  }
}
