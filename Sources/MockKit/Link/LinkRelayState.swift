import NIOCore

/// What a relay knows; a plain value, so that each step is one critical section.
struct LinkRelayState: Sendable {
  struct Lane: Sendable {
    var waiting: CircularBuffer<OutboxEntry> = []
    var worker: Task<Void, Never>?
  }

  enum Step: Sendable {
    case send(OutboxEntry)
    case hold(until: Duration)
    case rest
  }

  var lanes: [String: Lane] = [:]
  var target: String?
  var faults = LinkFaults()
  var status = LinkStatus()
  var isStopped = false
  /// Rows whose events have arrived.
  var delivered: [Int64] = []
  var cleaner: Task<Void, Never>?

  var mayDeliver: Bool { isOpen }

  /// Whether the other side can be asked something.
  var isOpen: Bool { target != nil && !faults.down && !status.isDisabled && !isStopped }

  mutating func append(_ entry: OutboxEntry) {
    lanes[entry.lane, default: Lane()].waiting.append(entry)
    status.pending += 1
  }

  /// Puts what an earlier life left before what this one has added.
  mutating func prepend(_ entries: [OutboxEntry]) {
    for entry in entries.reversed() {
      lanes[entry.lane, default: Lane()].waiting.prepend(entry)
      status.pending += 1
    }
  }

  /// What the lane's worker is to do next; when it rests it is forgotten in the same breath, so an
  /// entry that comes later starts a new one.
  mutating func step(in lane: String, now: Duration, hash: SeededHash) -> Step {
    guard let entry = lanes[lane]?.waiting.first else {
      lanes[lane] = nil
      return .rest
    }
    guard mayDeliver else {
      lanes[lane]?.worker = nil
      return .rest
    }
    let due = max(entry.committed + faults.latency.length(of: entry.id, by: hash), entry.notBefore)
    return due > now ? .hold(until: due) : .send(entry)
  }

  /// The entry's row is still to be removed, and until then it counts as pending.
  mutating func deliver(_ entry: OutboxEntry) {
    removeFirst(of: entry.lane)
    delivered.append(entry.sequence)
    status.delivered += 1
  }

  mutating func giveUp(_ entry: OutboxEntry) {
    removeFirst(of: entry.lane)
    status.pending -= 1
    status.deadLetters += 1
  }

  /// What the cleaner is to remove; where there is nothing it is forgotten in the same breath.
  mutating func takeDelivered() -> [Int64]? {
    defer { delivered = [] }
    if delivered.isEmpty { cleaner = nil }
    return delivered.isEmpty ? nil : delivered
  }

  private mutating func removeFirst(of lane: String) {
    _ = lanes[lane]?.waiting.popFirst()
  }

  mutating func postpone(_ entry: OutboxEntry) {
    guard lanes[entry.lane]?.waiting.isEmpty == false else { return }
    lanes[entry.lane]?.waiting[offset: 0] = entry
    status.retries += 1
  }

  var idleLanes: [String] {
    lanes.filter { $0.value.worker == nil && !$0.value.waiting.isEmpty }.map(\.key)
  }
}
