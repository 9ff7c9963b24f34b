/// What a book knows; a plain value, so that each decision is one critical section.
struct FaultBookState: Sendable {
  struct Entry: Sendable {
    let fault: Fault
    /// On the mocks' clock.
    let until: Duration?
    var evaluated = 0
    /// How many it would have picked.
    var picked = 0
    var fired = 0

    func isOver(now: Duration) -> Bool {
      (until.map { $0 <= now } ?? false) || (fault.count.map { fired >= $0 } ?? false)
    }

    func report(now: Duration) -> FaultReport {
      FaultReport(fault: fault, evaluated: evaluated, fired: fired, isOver: isOver(now: now))
    }
  }

  private(set) var entries: [Entry] = []
  var watchers: [@Sendable () -> Void] = []
  var timers: [Task<Void, Never>] = []
  /// The ends of faults that nobody waits for so far.
  private var dues: [Duration] = []
  /// How many of each kind were ever numbered.
  private var numbers: [String: Int] = [:]

  // MARK: Deciding

  /// The first one that fires.
  mutating func decide(
    _ kind: FaultKind, _ subject: FaultSubject, now: Duration, hash: SeededHash
  ) -> Fault? {
    for index in entries.indices {
      guard isAsked(entries[index], kind, subject, now) else { continue }
      if fires(index, subject, hash) { return entries[index].fault }
    }
    return nil
  }

  private func isAsked(
    _ entry: Entry, _ kind: FaultKind, _ subject: FaultSubject, _ now: Duration
  ) -> Bool {
    let fault = entry.fault
    return fault.is(kind.name, on: subject.link)
      && subject.stage == fault.stage ?? kind.stages.first && !entry.isOver(now: now)
  }

  private mutating func fires(_ index: Int, _ subject: FaultSubject, _ hash: SeededHash) -> Bool {
    let fault = entries[index].fault
    entries[index].evaluated += 1
    guard fault.match.picks(subject), draws(fault, subject, hash) else { return false }
    entries[index].picked += 1
    guard entries[index].picked > fault.after ?? 0 else { return false }
    entries[index].fired += 1
    return true
  }

  private func draws(_ fault: Fault, _ subject: FaultSubject, _ hash: SeededHash) -> Bool {
    guard fault.probability < 1 else { return true }
    let name = "fault|\(fault.id)|\(subject.event)|\(subject.attempt)"
    return hash.fraction(name) < fault.probability
  }

  func standing(_ type: String, _ link: FaultLink, now: Duration) -> Fault? {
    entries.first { $0.fault.is(type, on: link) && !$0.isOver(now: now) }?.fault
  }

  func knows(_ type: String, _ link: FaultLink) -> Bool {
    entries.contains { $0.fault.is(type, on: link) }
  }

  // MARK: Changing

  mutating func add(_ fault: Fault, now: Duration) throws(FaultError) -> Fault {
    var fault = fault
    if fault.id.isEmpty { fault.id = nextID(of: fault.type) }
    guard !entries.contains(where: { $0.fault.id == fault.id }) else {
      throw FaultError("id", .taken(fault.id))
    }
    let until = fault.ttl.map { now + $0 }
    if let until { dues.append(until) }
    entries.append(Entry(fault: fault, until: until))
    return fault
  }

  private mutating func nextID(of type: String) -> String {
    repeat {
      numbers[type, default: 0] += 1
    } while entries.contains { $0.fault.id == "\(type)-\(numbers[type, default: 0])" }
    return "\(type)-\(numbers[type, default: 0])"
  }

  /// - Returns: how many there were.
  mutating func remove(_ isMeant: (Fault) -> Bool) -> Int {
    let before = entries.count
    entries.removeAll { isMeant($0.fault) }
    return before - entries.count
  }

  mutating func takeTimers() -> [Duration] {
    defer { dues = [] }
    return dues
  }
}

extension FaultBookState {
  /// All or none.
  mutating func replace(
    _ old: [String], with new: [Fault], now: Duration
  ) throws(FaultError) -> [String] {
    var next = self
    let kept = next.kept(old, in: new)
    _ = next.remove { old.contains($0.id) && !kept.values.contains($0.id) }
    var ids: [String] = []
    for (index, fault) in new.enumerated() {
      if let same = kept[index] {
        ids.append(same)
      } else {
        ids.append(try next.add(fault, now: now).id)
      }
    }
    self = next
    return ids
  }

  /// By the index of a new fault: the id of the old one that is the same.
  private func kept(_ old: [String], in new: [Fault]) -> [Int: String] {
    var left = entries.map(\.fault).filter { old.contains($0.id) }
    var kept: [Int: String] = [:]
    for (index, fault) in new.enumerated() {
      guard let same = left.firstIndex(where: { $0.isSame(as: fault) }) else { continue }
      kept[index] = left.remove(at: same).id
    }
    return kept
  }
}

extension Fault {
  fileprivate func `is`(_ type: String, on link: FaultLink) -> Bool {
    self.type == type && self.link.covers(link)
  }

  /// But for an id that it was given.
  fileprivate func isSame(as other: Fault) -> Bool {
    var other = other
    if other.id.isEmpty { other.id = id }
    return self == other
  }
}
