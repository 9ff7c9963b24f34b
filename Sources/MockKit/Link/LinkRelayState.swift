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
  var lag = LinkLag()
  /// Grows with each life of the set; what belongs to an earlier one counts no more.
  var life: UInt64 = 0
  var isStopped = false
  /// A defect holds all lanes up.
  var isStalled = false
  /// Rows whose events have arrived.
  var delivered: [Int64] = []
  var cleaner: Task<Void, Never>?

  var mayDeliver: Bool { isOpen && !status.isPaused && !isStalled }

  /// Whether the other side can be asked something.
  var isOpen: Bool { target != nil && !faults.down && !status.isDisabled && !isStopped }

  /// Begins another life with what its outbox holds.
  mutating func restart(life: UInt64, with entries: [OutboxEntry], deadLetters: Int) {
    lanes = [:]
    delivered = []
    lag = LinkLag()
    self.life = life
    status = LinkStatus()
    status.deadLetters = deadLetters
    for entry in entries { append(entry) }
  }

  mutating func append(_ entry: OutboxEntry) {
    var entry = entry
    entry.life = life
    lanes[entry.lane, default: Lane()].waiting.append(entry)
    status.pending += 1
  }

  /// Puts what an earlier life left before what this one has added.
  mutating func prepend(_ entries: [OutboxEntry]) {
    for var entry in entries.reversed() {
      entry.life = life
      lanes[entry.lane, default: Lane()].waiting.prepend(entry)
      status.pending += 1
    }
  }

  /// What the lane's worker is to do next; when it rests it is forgotten in the same breath, so an
  /// entry that comes later starts a new one.
  mutating func step(
    in lane: String, life: UInt64, now: Duration, hash: SeededHash
  ) -> Step {
    guard life == self.life else { return .rest }
    guard let entry = lanes[lane]?.waiting.first else {
      lanes[lane] = nil
      return .rest
    }
    guard mayDeliver else {
      lanes[lane]?.worker = nil
      return .rest
    }
    let due = due(entry, by: hash)
    return due > now ? .hold(until: due) : .send(entry)
  }

  /// The entry's row is still to be removed, and until then it counts as pending.
  mutating func deliver(_ entry: OutboxEntry, now: Duration) {
    guard entry.life == life else { return }
    lag.add(now - entry.committed)
    removeFirst(of: entry.lane)
    delivered.append(entry.sequence)
    status.delivered += 1
  }

  mutating func giveUp(_ entry: OutboxEntry) {
    guard entry.life == life else { return }
    removeFirst(of: entry.lane)
    status.pending -= 1
    status.deadLetters += 1
  }

  /// What the cleaner is to remove, and of which life; where there is nothing it is forgotten in the
  /// same breath.
  mutating func takeDelivered() -> (sequences: [Int64], life: UInt64)? {
    defer { delivered = [] }
    if delivered.isEmpty { cleaner = nil }
    return delivered.isEmpty ? nil : (delivered, life)
  }

  private func due(_ entry: OutboxEntry, by hash: SeededHash) -> Duration {
    max(entry.committed + faults.latency.length(of: entry.id, by: hash), entry.notBefore)
  }

  /// Whether nothing is under way and nothing that waits has come due.
  func isQuiet(now: Duration, hash: SeededHash) -> Bool {
    guard delivered.isEmpty, cleaner == nil else { return false }
    guard mayDeliver else { return true }
    return lanes.values.allSatisfy { lane in
      lane.waiting.first.map { due($0, by: hash) > now } ?? true
    }
  }

  /// When the oldest event that waits was committed.
  var oldest: Duration? { lanes.values.compactMap(\.waiting.first?.committed).min() }

  private mutating func removeFirst(of lane: String) {
    _ = lanes[lane]?.waiting.popFirst()
  }

  mutating func postpone(_ entry: OutboxEntry) {
    guard entry.life == life, lanes[entry.lane]?.waiting.isEmpty == false else { return }
    lanes[entry.lane]?.waiting[offset: 0] = entry
    status.retries += 1
  }

  var idleLanes: [String] {
    lanes.filter { $0.value.worker == nil && !$0.value.waiting.isEmpty }.map(\.key)
  }
}
