/// Matches by following all ways through a program at once (Pike's machine), one scalar of the text
/// at a time, so the time is bounded by the product of the program's and the text's sizes.
struct PatternMachine {
  /// The ways that are open at one place of the text, in order of preference.
  private struct Threads {
    /// Instructions that wait for a scalar or match.
    var places: [Int] = []
    /// `slotCount` numbers for each of them.
    var slots: [Int] = []
    /// For each instruction the round in which it was reached last.
    var reached: [Int]

    init(_ program: PatternProgram) {
      reached = [Int](repeating: -1, count: program.instructions.count)
    }

    mutating func removeAll() {
      places.removeAll(keepingCapacity: true)
      slots.removeAll(keepingCapacity: true)
    }
  }

  private enum Visit {
    case follow(Int)
    case restore(slot: Int, value: Int)
  }

  private let program: PatternProgram
  private let bytes: [UInt8]
  private let workLimit: Int
  /// Instructions visited so far.
  private(set) var work = 0
  private var current: Threads
  private var next: Threads
  private var visits: [Visit] = []
  private var round = 0
  private var slotCount: Int
  private var saved: [Int] = []

  init(_ program: PatternProgram, _ bytes: [UInt8], workLimit: Int = .max) {
    self.program = program
    self.bytes = bytes
    self.workLimit = workLimit
    current = Threads(program)
    next = Threads(program)
    slotCount = program.slotCount
  }

  /// Whether there is a match. False when the work limit was reached, which `work` then tells.
  mutating func matches() -> Bool {
    slotCount = 0
    return run(from: 0) != nil
  }

  /// The places of the leftmost match and its groups that starts at or after a place, two for each;
  /// -1 for a group without a match.
  mutating func match(from start: Int) -> [Int]? {
    run(from: start)
  }

  private mutating func run(from start: Int) -> [Int]? {
    var found: [Int]?
    var at = start
    current.removeAll()
    round += 1
    while work <= workLimit {
      if current.places.isEmpty {
        guard found == nil, let candidate = candidate(from: at, start: start) else { break }
        if candidate != at { round += 1 }
        at = candidate
      }
      if found == nil && (!program.isAnchored || at == 0) { begin(at) }
      let (scalar, length) = decode(at)
      round += 1
      next.removeAll()
      if let match = step(scalar, at: at, length: length) {
        found = match
        if slotCount == 0 { break }
      }
      swap(&current, &next)
      guard at < bytes.count else { break }
      at += length
    }
    return found
  }

  /// The next place where a match may begin.
  private func candidate(from at: Int, start: Int) -> Int? {
    if program.isAnchored && at > 0 { return nil }
    guard let firstBytes = program.firstBytes else { return at <= bytes.count ? at : nil }
    var at = at
    while at < bytes.count {
      if firstBytes[Int(bytes[at])] { return at }
      at += 1
    }
    return nil
  }

  private mutating func begin(_ at: Int) {
    saved = [Int](repeating: -1, count: slotCount)
    if slotCount > 0 { saved[0] = at }
    Self.follow(
      0, at: at, into: &current, round: round, saved: &saved, visits: &visits, work: &work,
      program: program, bytes: bytes, slotCount: slotCount)
  }

  /// Moves every thread over a scalar. Gives the slots when one matches, which ends the threads
  /// behind it as less preferred.
  private mutating func step(_ scalar: UInt32?, at: Int, length: Int) -> [Int]? {
    for (number, place) in current.places.enumerated() {
      let isTaken: Bool
      switch program.instructions[place] {
      case .match:
        var slots = Array(current.slots[number * slotCount..<(number + 1) * slotCount])
        if slotCount > 0 { slots[1] = at }
        return slots
      case .scalar(let wanted): isTaken = scalar == wanted
      case .folded(let wanted): isTaken = scalar.map { CaseFolding.fold($0) == wanted } ?? false
      case .set(let set): isTaken = scalar.map { program.sets[set].contains($0) } ?? false
      case .any(let withNewline): isTaken = scalar.map { withNewline || $0 != 0x0A } ?? false
      default: isTaken = false
      }
      guard isTaken else { continue }
      saved.replaceSubrange(
        0..., with: current.slots[number * slotCount..<(number + 1) * slotCount])
      Self.follow(
        place + 1, at: at + length, into: &next, round: round, saved: &saved, visits: &visits,
        work: &work, program: program, bytes: bytes, slotCount: slotCount)
    }
    return nil
  }

  /// Adds the threads that an instruction leads to without taking a scalar.
  private static func follow(
    _ start: Int, at: Int, into threads: inout Threads, round: Int, saved: inout [Int],
    visits: inout [Visit], work: inout Int, program: PatternProgram, bytes: [UInt8], slotCount: Int
  ) {
    visits.append(.follow(start))
    while let visit = visits.popLast() {
      guard case .follow(let place) = visit else {
        if case .restore(let slot, let value) = visit { saved[slot] = value }
        continue
      }
      guard threads.reached[place] != round else { continue }
      threads.reached[place] = round
      work += 1
      switch program.instructions[place] {
      case .jump(let target): visits.append(.follow(target))
      case .split(let preferred, let other):
        visits.append(.follow(other))
        visits.append(.follow(preferred))
      case .save(let slot):
        if slotCount > 0 {
          visits.append(.restore(slot: slot, value: saved[slot]))
          saved[slot] = at
        }
        visits.append(.follow(place + 1))
      case .assertion(let assertion):
        if assertion.holds(at, in: bytes) { visits.append(.follow(place + 1)) }
      default:
        threads.places.append(place)
        threads.slots.append(contentsOf: saved)
      }
    }
  }

  /// The scalar at a place and its length; nil at the end.
  private func decode(_ at: Int) -> (UInt32?, Int) {
    guard at < bytes.count else { return (nil, 0) }
    let first = bytes[at]
    if first < 0x80 { return (UInt32(first), 1) }
    let length = min(first.sequenceLength, bytes.count - at)
    let lead = UInt32(first) & (0xFF >> UInt32(length + 1))
    let scalar = bytes[at + 1..<at + length].reduce(lead) { $0 << 6 | UInt32($1 & 0x3F) }
    return (scalar, length)
  }
}

extension PatternAssertion {
  fileprivate func holds(_ at: Int, in bytes: [UInt8]) -> Bool {
    switch self {
    case .textStart: at == 0
    case .textEnd: at == bytes.count
    case .lineStart: at == 0 || bytes[at - 1] == 0x0A
    case .lineEnd: at == bytes.count || bytes[at] == 0x0A
    case .wordBoundary: Self.isBoundary(at, in: bytes)
    case .noWordBoundary: !Self.isBoundary(at, in: bytes)
    }
  }

  private static func isBoundary(_ at: Int, in bytes: [UInt8]) -> Bool {
    let before = at > 0 && bytes[at - 1].isIdentifierPart
    let after = at < bytes.count && bytes[at].isIdentifierPart
    return before != after
  }
}
