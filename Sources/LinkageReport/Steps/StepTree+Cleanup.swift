extension StepTree {
  /// Positions as they run: clean-ups last, the scenario's own before those of its flows, of which
  /// the one begun last cleans up first.
  func inOrderOfRunning(_ positions: [Int]) -> [Int] {
    let ranks = positions.map { (rank: rank($0), position: $0) }
    return ranks.sorted { ($0.rank, $0.position) < ($1.rank, $1.position) }.map(\.position)
  }

  /// What is done first, the scenario's own clean-up, then that of each flow, last one first.
  private func rank(_ position: Int) -> Int {
    guard let root = cleanup(of: position) else { return 0 }
    return nodes[root].parent.map { nodes.count + 1 - $0 } ?? 1
  }
}
