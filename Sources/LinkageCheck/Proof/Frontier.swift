/// The newest states seen so far: none of them is older than another.
///
/// States that nothing orders are kept up to a few, so that looking stays cheap; the longest known
/// is given up first.
struct Frontier {
  private static let most = 4

  private(set) var states: [Observation] = []
  let order: FieldOrder

  init(_ order: FieldOrder) { self.order = order }

  mutating func insert(_ state: Observation) {
    let rule = order
    if states.contains(where: { rule.older(state, than: $0) != nil }) { return }
    states.removeAll { rule.older($0, than: state) != nil || rule.isAlike($0, state) }
    if states.count == Self.most { states.removeFirst() }
    states.append(state)
  }

  /// A state that is newer, and the field that says so.
  func newer(than state: Observation) -> (state: Observation, field: String)? {
    for known in states.reversed() {
      if let field = order.older(state, than: known) { return (known, field) }
    }
    return nil
  }
}
