import LinkageCore

/// Which scenario begins next: in order, some at a time, and none beside one that shares a name of
/// its `exclusive`. Nothing is held while waiting, so nothing can wait for ever.
struct ScenarioQueue {
  private var waiting: [Int]
  private var running: [Int: [String]] = [:]
  private let exclusive: [[String]]
  private let parallel: Int

  init(_ scenarios: [Scenario], parallel: Int) {
    waiting = Array(scenarios.indices)
    exclusive = scenarios.map(\.exclusive)
    self.parallel = max(parallel, 1)
  }

  /// `nil` while nothing may begin.
  mutating func next() -> Int? {
    guard running.count < parallel else { return nil }
    let held = Set(running.values.joined())
    let free = waiting.firstIndex { held.isDisjoint(with: exclusive[$0]) }
    guard let free else { return nil }
    let index = waiting.remove(at: free)
    running[index] = exclusive[index]
    return index
  }

  mutating func end(_ index: Int) { running[index] = nil }
}
