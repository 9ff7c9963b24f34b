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

  /// How often a worker looks whether the fault that holds its event has ended.
  private static let glance: Duration = .milliseconds(50)

  var lanes: [String: Lane] = [:]
  var target: String?
  var faults = LinkFaults()
  var status = LinkStatus()
  var lag = LinkLag()
  /// Grows with each life of the set; what belongs to an earlier one counts no more.
  var life: UInt64 = 0
  /// Grows with each life and each crash; who works for an earlier one rests.
  var run: UInt64 = 0
  var isStopped = false
  /// A fault cuts the link.
  var isCut = false
  /// A crash has ended its work, which has not begun again.
  var isAway = false
  /// How many lanes there are of single events that have left their own one.
  var detours = 0
  /// A defect holds all lanes up.
  var isStalled = false
  /// Rows whose events have arrived.
  var delivered: [Int64] = []
  var cleaner: Task<Void, Never>?

  var mayDeliver: Bool { isOpen && !status.isPaused && !isStalled }

  /// Whether the other side can be asked something.
  var isOpen: Bool { target != nil && !isDown && !status.isDisabled && !isStopped && !isAway }

  var isDown: Bool { faults.down || isCut }

  /// Begins another life with what its outbox holds.
  mutating func restart(life: UInt64, with entries: [OutboxEntry], deadLetters: Int) {
    lag = LinkLag()
    self.life = life
    status = LinkStatus()
    status.deadLetters = deadLetters
    begin(with: entries)
  }

  /// Forgets what it had in memory.
  mutating func begin(with entries: [OutboxEntry]) {
    run += 1
    lanes = [:]
    detours = 0
    delivered = []
    status.pending = 0
    for entry in entries { append(entry) }
  }

  mutating func append(_ entry: OutboxEntry) {
    var entry = entry
    (entry.life, entry.run) = (life, run)
    lanes[entry.lane, default: Lane()].waiting.append(entry)
    status.pending += 1
  }

  /// Puts what an earlier life left before what this one has added.
  mutating func prepend(_ entries: [OutboxEntry]) {
    for var entry in entries.reversed() {
      (entry.life, entry.run) = (life, run)
      lanes[entry.lane, default: Lane()].waiting.prepend(entry)
      status.pending += 1
    }
  }

  /// What the lane's worker is to do next; when it rests it is forgotten in the same breath, so an
  /// entry that comes later starts a new one.
  mutating func step(
    in lane: String, run: UInt64, now: Duration, hash: SeededHash
  ) -> Step {
    guard run == self.run else { return .rest }
    guard let entry = lanes[lane]?.waiting.first else {
      forget(lane)
      return .rest
    }
    guard mayDeliver else {
      lanes[lane]?.worker = nil
      return .rest
    }
    let due = due(entry, by: hash)
    guard due > now else { return .send(entry) }
    // What a fault holds is let go when that ends.
    return .hold(until: entry.hold.until > now ? min(due, now + Self.glance) : due)
  }

  /// The entry's row is still to be removed, and until then it counts as pending.
  mutating func deliver(_ entry: OutboxEntry, now: Duration) {
    guard entry.run == run else { return }
    lag.add(now - entry.committed)
    removeFirst(of: entry.track)
    delivered.append(entry.sequence)
    status.delivered += 1
  }

  mutating func giveUp(_ entry: OutboxEntry) {
    guard entry.run == run else { return }
    removeFirst(of: entry.track)
    status.pending -= 1
    status.deadLetters += 1
  }

  /// What the cleaner is to remove, and of which life and run; where there is nothing it is forgotten in the
  /// same breath.
  mutating func takeDelivered() -> (sequences: [Int64], life: UInt64, run: UInt64)? {
    defer { delivered = [] }
    if delivered.isEmpty { cleaner = nil }
    return delivered.isEmpty ? nil : (delivered, life, run)
  }

  private func due(_ entry: OutboxEntry, by hash: SeededHash) -> Duration {
    max(entry.committed + faults.latency.length(of: entry.id, by: hash), entry.earliest)
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
    guard entry.run == run, lanes[entry.track]?.waiting.isEmpty == false else { return }
    lanes[entry.track]?.waiting[offset: 0] = entry
    status.retries += 1
  }

  var idleLanes: [String] {
    lanes.filter { $0.value.worker == nil && !$0.value.waiting.isEmpty }.map(\.key)
  }
}
