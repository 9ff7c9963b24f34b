import LinkageCore
import Values

/// What a step sends: its operation, or the reads of a parity, which go out at once.
struct StepCall: Sendable {
  struct Part: Sendable {
    /// Under which a parity's output is found; `nil` for an operation by itself.
    var name: String?
    var call: OperationCall
  }

  var parts: [Part]

  func perform() async -> PerformedCall {
    if let single { return await single.perform() }
    return await performTogether()
  }

  /// The only operation of what is no parity.
  @inline(never) private var single: OperationCall? {
    parts.first.flatMap { $0.name == nil ? $0.call : nil }
  }

  @inline(never)
  private func performTogether() async -> PerformedCall {
    let performed = await withTaskGroup(of: (Int, Performed).self) { group in
      for (index, part) in parts.enumerated() {
        group.addTask { (index, await part.call.perform().performed) }
      }
      var all: [(Int, Performed)] = []
      for await one in group { all.append(one) }
      return all.sorted { $0.0 < $1.0 }.map(\.1)
    }
    return PerformedCall(Performed(combining: zip(parts, performed).map { ($0.name ?? "", $1) }))
  }
}

extension Performed {
  /// Reads of several platforms as one: the worst outcome, an output with a map for each.
  init(combining reads: [(name: String, performed: Performed)]) {
    var output = ValueMap()
    var http = ValueMap()
    self.init(outcome: .ok)
    for (name, read) in reads {
      if read.outcome.gravity > outcome.gravity { outcome = read.outcome }
      broken = broken ?? read.broken.map { $0.within(name) }
      output[.string(name)] = read.output
      http[.string(name)] = read.http
      exchanges += read.exchanges
      notRunnable = notRunnable ?? read.notRunnable
      for (platform, values) in read.session {
        for (key, value) in values { session[platform, default: ValueMap()][key] = value }
      }
      roundTrips.merge(read.roundTrips) { max($0, $1) }
    }
    self.output = .map(output)
    self.http = .map(http)
  }
}

extension BrokenPromise {
  /// The same, of one read of a parity.
  fileprivate func within(_ read: String) -> BrokenPromise {
    BrokenPromise(field: field, detail: "\(read): \(detail)")
  }
}

extension Outcome {
  /// Which of several outcomes counts: the larger.
  fileprivate var gravity: Int {
    switch self {
    case .ok: 0
    case .refused: 1
    case .unexpected: 2
    case .unknown: 3
    case .unreachable: 4
    }
  }
}
