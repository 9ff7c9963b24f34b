import LinkageCore

/// Which scenario begins next: in order, some at a time, none beside one that shares a name of its
/// `exclusive`, and none beside one that changes the system which they share. Nothing is held while
/// waiting, so nothing can wait for ever.
struct ScenarioQueue {
  private var waiting: [Int]
  private var running: [Int: [String]] = [:]
  private let exclusive: [[String]]
  private let alone: [Bool]
  private let parallel: Int

  /// - Parameter isolates: whether a scenario that changes the system gets one of its own.
  init(_ scenarios: [Scenario], parallel: Int, isolates: Bool = false) {
    waiting = Array(scenarios.indices)
    exclusive = scenarios.map(\.exclusive)
    alone = scenarios.map { !isolates && $0.changesSystem }
    self.parallel = max(parallel, 1)
  }

  /// `nil` while nothing may begin.
  mutating func next() -> Int? {
    guard running.count < parallel else { return nil }
    guard !running.keys.contains(where: { alone[$0] }) else { return nil }
    let held = Set(running.values.joined())
    let free = waiting.firstIndex {
      held.isDisjoint(with: exclusive[$0]) && (!alone[$0] || running.isEmpty)
    }
    guard let free else { return nil }
    let index = waiting.remove(at: free)
    running[index] = exclusive[index]
    return index
  }

  mutating func end(_ index: Int) { running[index] = nil }
}
