import NIOCore

/// What faults do to the events that wait.
extension LinkRelayState {
  /// Keeps the first of a lane back.
  mutating func hold(_ entry: OutboxEntry) {
    guard entry.run == run, lanes[entry.track]?.waiting.isEmpty == false else { return }
    lanes[entry.track]?.waiting[offset: 0] = entry
  }

  /// Puts the first of a lane into a lane of its own.
  mutating func detour(_ entry: OutboxEntry) {
    guard entry.run == run, lanes[entry.lane]?.waiting.isEmpty == false else { return }
    _ = lanes[entry.lane]?.waiting.popFirst()
    lanes[entry.track] = Lane(waiting: [entry])
    detours += 1
  }

  mutating func forget(_ lane: String) {
    lanes[lane] = nil
    if lane.contains(Self.detourMark) { detours -= 1 }
  }

  /// Of a single event that has left its lane.
  static func detour(of entry: OutboxEntry) -> String { entry.lane + detourMark + entry.id }

  private static let detourMark = "|"

  /// The lane and those of single events that have left it.
  func lanes(of lane: String) -> [Lane] {
    let own = lanes[lane].map { [$0] } ?? []
    guard detours > 0 else { return own }
    return own + lanes.filter { $0.key.hasPrefix(lane + Self.detourMark) }.values
  }

  /// Lets go what is held by faults that are over.
  mutating func release(unlessHeldBy faults: Set<String>) {
    for lane in lanes.keys {
      guard let first = lanes[lane]?.waiting.first, let fault = first.hold.fault,
        !faults.contains(fault)
      else { continue }
      lanes[lane]?.waiting[offset: 0].hold.until = .zero
    }
  }
}
