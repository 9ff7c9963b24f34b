import LinkageCore
import Values

/// One completion on its way to what it says of entities.
struct Answered {
  var completion: Completion
  var position: Int
  /// When it was about to be sent.
  var invoked: Instant
  var inputs: Value
  var person: Int

  /// One; of a parity one for each of its reads.
  func operations(of step: Outline.Step) -> [IndexedOperation] {
    guard case .parity(let reads, _) = step.kind else {
      return [
        operation(
          step, platform: step.platform, end: Self.end(completion.outcome), completion.output,
          completion.exchanges)
      ]
    }
    let missing = reads.count { isMissing($0) }
    return reads.enumerated().map { index, name in
      let exchanges = exchanges(of: name, at: index, among: reads.count)
      return operation(
        step, platform: exchanges.first?.platform ?? name, end: end(of: name, missing: missing),
        completion.output[name] ?? .null, exchanges)
    }
  }

  private static func end(_ outcome: Outcome) -> IndexedOperation.End {
    switch outcome {
    case .ok: .ok
    case .refused: .refused
    case .unknown, .unexpected: .unknown
    case .unreachable: .neverSent
    }
  }

  /// Of several reads the worst outcome is recorded: it is that of the one without an answer, where
  /// there is only one.
  private func end(of read: String, missing: Int) -> IndexedOperation.End {
    if completion.outcome == .ok || !isMissing(read) { return .ok }
    return missing == 1 ? Self.end(completion.outcome) : .unknown
  }

  private func isMissing(_ read: String) -> Bool {
    completion.output[read]?.mapValue?.isEmpty ?? true
  }

  private func exchanges(of read: String, at index: Int, among count: Int) -> [Exchange] {
    let own = completion.exchanges.filter { $0.platform == read }
    if !own.isEmpty { return own }
    return completion.exchanges.count == count
      ? [completion.exchanges[index]] : completion.exchanges
  }

  private func operation(
    _ step: Outline.Step, platform: String, end: IndexedOperation.End, _ output: Value,
    _ exchanges: [Exchange]
  ) -> IndexedOperation {
    var error: String?
    if end == .refused, case .refused(let name) = completion.outcome { error = name }
    var began = invoked
    var received = exchanges.isEmpty ? invoked : Instant(.min)
    for (index, exchange) in exchanges.enumerated() {
      began = index == 0 ? exchange.sent : min(began, exchange.sent)
      received = max(received, exchange.received)
    }
    return IndexedOperation(
      step, at: completion.step, read: completion.read, position: position, person: person,
      platform: platform, end: end, error: error,
      times: (began, exchanges.last?.sent ?? invoked, received), inputs: inputs, output: output,
      completion: completion)
  }
}
