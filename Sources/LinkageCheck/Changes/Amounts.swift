import LinkageCore
import Values

/// What changed a counted entity by how much, and who looked at it.
struct Amounts {
  let changes: Changes
  let subject: Int
  let entity: Contract.Entity
  let counted: String
  /// The first begun first.
  private(set) var moves: [Move] = []
  /// Writes that may have changed it by anything.
  private(set) var unbounded: [IndexedOperation] = []
  let arrivals: Arrivals
  /// Plain or not, what showed it; the first begun first.
  private(set) var reads: [Read] = []

  /// An addition, or below zero what was taken.
  struct Move {
    var operation: IndexedOperation
    var amount: Int64
    /// The entry that it made.
    var entry: Value?
  }

  struct Read {
    var operation: IndexedOperation
    var value: Int64
    /// By their ids; `nil` where the whole ledger is not shown.
    var entries: [Value: Int64]?
    /// What the entries add up to; `nil` where one of them is no number.
    var sum: Int64?
    /// How many entries there are, also those without an id.
    var count = 0

    fileprivate mutating func add(_ list: [Value], of ledger: Contract.Ledger) {
      var entries: [Value: Int64] = [:]
      var sum: Int64? = 0
      for entry in list {
        let amount = entry[ledger.amount]?.intValue
        sum = amount.flatMap { amount in sum.map { $0 &+ amount } }
        if let id = entry[ledger.id]?.unlessNull { entries[id] = amount ?? 0 }
      }
      self.entries = entries
      self.sum = sum
      count = list.count
    }
  }

  /// The entities of which some step says by how much it changes them.
  static func moved(_ index: HistoryIndex) -> Set<String> {
    var names: Set<String> = []
    for item in index.outline.cases {
      for effects in item.steps.lazy.compactMap(\.effects) {
        names.formUnion((effects.adds + effects.takes).map(\.entity))
      }
    }
    return names
  }

  init(_ subject: Int, _ entity: Contract.Entity, counted: String, _ changes: Changes) {
    self.changes = changes
    self.subject = subject
    self.entity = entity
    self.counted = counted
    arrivals = Arrivals(subject, changes)
    let index = changes.index
    for place in index.subjects[subject].observations {
      let observation = index.observations[place]
      if observation.isWrite {
        add(write: index.operation(of: observation))
      } else if observation.presence == .present {
        add(read: observation)
      }
    }
    moves.sort { $0.operation.began < $1.operation.began }
    reads.sort { $0.operation.began < $1.operation.began }
  }

  private mutating func add(write operation: IndexedOperation) {
    guard operation.mayHaveHappened else { return }
    let effects = changes.index.outline(of: operation).effects
    guard effects?.isForgery != true else { return }
    let adds = effects?.adds.filter { $0.entity == entity.name } ?? []
    let takes = effects?.takes.filter { $0.entity == entity.name } ?? []
    let amounts =
      adds.map { Self.amount($0, of: operation) }
      + takes.map { Self.amount($0, of: operation).map { 0 &- $0 } }
    // Acknowledged again it may have been the same submission.
    let isSubmission = effects?.once.map { operation.inputs[$0]?.unlessNull != nil } ?? false
    guard !amounts.isEmpty, !isSubmission, !amounts.contains(nil) else {
      unbounded.append(operation)
      return
    }
    let entry = entity.ledger.flatMap { operation.output[$0.id]?.unlessNull }
    let sum = amounts.reduce(0) { $0 &+ ($1 ?? 0) }
    moves.append(Move(operation: operation, amount: sum, entry: entry))
  }

  private static func amount(
    _ part: Contract.Effects.Part, of operation: IndexedOperation
  ) -> Int64? {
    guard let amount = operation.said(part.field)?.intValue, abs(amount) < 1 << 53 else {
      return nil
    }
    return amount
  }

  private mutating func add(read observation: Observation) {
    guard let value = observation.value(counted)?.intValue, abs(value) < 1 << 53 else { return }
    let operation = changes.index.operation(of: observation)
    var read = Read(operation: operation, value: value)
    if let ledger = entity.ledger, let list = observation.value(ledger.entries)?.listValue,
      !operation.isPage, observation.naming != .element
    {
      read.add(list, of: ledger)
    }
    reads.append(read)
  }

  var unknowns: Unknowns { Unknowns(subject, writes: unbounded, changes, arrivals) }

  /// From when on a platform certainly counts a move: once its entry was seen there, or once it must
  /// have arrived; never where nobody knows whether it happened.
  func certain(_ move: Move, seen: [Value: Instant]) -> Instant {
    guard move.operation.end == .ok else { return Instant(.max) }
    let arrived = arrivals.time(of: move.operation.received)
    return min(arrived, move.entry.flatMap { seen[$0] } ?? Instant(.max))
  }

  /// From when on a platform certainly counts it for whoever made it: once it was answered there,
  /// where that is promised.
  func certainAtOnce(_ move: Move, on platform: String) -> Instant? {
    let operation = move.operation
    guard operation.end == .ok, operation.platform == platform,
      entity.readYourWrites.contains(platform)
    else { return nil }
    return operation.received
  }

  /// When each entry was first seen on a platform.
  func seen(on platform: String) -> [Value: Instant] {
    var seen: [Value: Instant] = [:]
    for read in reads where read.operation.platform == platform {
      for (entry, _) in read.entries ?? [:] {
        seen[entry] = min(seen[entry] ?? Instant(.max), read.operation.received)
      }
    }
    return seen
  }
}
