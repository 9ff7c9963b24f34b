import LinkageCore
import Values

/// Which of two states of an entity is the older one, by the fields that only change one way.
struct FieldOrder: Sendable {
  /// Statuses and those that can follow them, after any number of changes.
  struct Flow: Sendable {
    var name: String
    var reach: [String: Set<String>]

    func isKnown(_ status: String) -> Bool { reach[status] != nil }

    /// Whether a read of the second may follow one of the first.
    func allows(_ first: String, then second: String) -> Bool {
      first == second || reach[first]?.contains(second) ?? true
    }

    /// Whether the first comes before the second, and never after it.
    func isBefore(_ first: String, _ second: String) -> Bool {
      guard first != second, let later = reach[first], let back = reach[second] else {
        return false
      }
      return later.contains(second) && !back.contains(first)
    }
  }

  struct Way: Sendable {
    var name: String
    var isUp: Bool
  }

  let ways: [Way]
  let flows: [Flow]
  let ledger: Contract.Ledger?

  init(_ entity: Contract.Entity) {
    ways = entity.fields.compactMap { field in
      field.monotonic.map { Way(name: field.name, isUp: $0 == .up) }
    }
    flows = entity.fields.filter { !$0.flow.isEmpty }.map {
      Flow(name: $0.name, reach: Self.reach($0.flow))
    }
    ledger = entity.ledger
  }

  /// The field by which the first state is older than the second; `nil` where none says so.
  ///
  /// Where numbers tell, statuses are not asked: two changes at once may leave either's status.
  func older(_ first: Observation, than second: Observation) -> String? {
    var isSame = false
    for way in ways {
      guard let a = first.value(way.name), let b = second.value(way.name),
        let order = a.compared(to: b)
      else { continue }
      if order == 0 { isSame = true } else { return (order < 0) == way.isUp ? way.name : nil }
    }
    if isSame { return nil }
    return flows.first { flow in
      guard let a = first.value(flow.name)?.stringValue,
        let b = second.value(flow.name)?.stringValue
      else { return false }
      return flow.isBefore(a, b)
    }?.name
  }

  /// Whether two states are the same, as far as fields that only change one way tell.
  func isAlike(_ a: Observation, _ b: Observation) -> Bool {
    ways.allSatisfy { a.value($0.name) == b.value($0.name) }
      && flows.allSatisfy { a.value($0.name) == b.value($0.name) }
  }

  /// Whether a status says that nothing comes after it.
  func isLast(_ state: Observation) -> Bool {
    flows.contains { flow in
      guard let status = state.value(flow.name)?.stringValue else { return false }
      return flow.reach[status]?.isEmpty ?? false
    }
  }

  private static func reach(_ flow: [Field.Transition]) -> [String: Set<String>] {
    var next: [String: [String]] = [:]
    for transition in flow {
      next[transition.from, default: []] += transition.to
      for status in transition.to { next[status] = next[status] ?? [] }
    }
    return next.mapValues { direct in
      var reached: Set<String> = []
      var open = direct
      while let status = open.popLast() {
        if reached.insert(status).inserted { open += next[status] ?? [] }
      }
      return reached
    }
  }
}

extension Value {
  /// Negative, zero or positive; `nil` for what has no order.
  func compared(to other: Value) -> Int? {
    switch (self, other) {
    case (.int(let a), .int(let b)): a < b ? -1 : a == b ? 0 : 1
    case (.uint(let a), .uint(let b)): a < b ? -1 : a == b ? 0 : 1
    case (.timestamp(let a), .timestamp(let b)): a < b ? -1 : a == b ? 0 : 1
    default:
      if let a = number, let b = other.number { a < b ? -1 : a == b ? 0 : 1 } else { nil }
    }
  }

  private var number: Double? {
    switch self {
    case .int(let value): Double(value)
    case .uint(let value): Double(value)
    case .double(let value): value.isNaN ? nil : value
    default: nil
    }
  }
}
