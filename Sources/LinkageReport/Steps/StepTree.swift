import LinkageCore

/// How the steps of one case stand inside one another: their numbers, names and parents.
struct StepTree {
  /// One step; positions are those of the outline.
  struct Node {
    /// `3`, or `3.1` for the first step inside the third; the rounds of a step share it.
    var number: String
    /// `earn`, or `earn 3/20` for a round.
    var label: String
    var depth: Int
    var parent: Int?
  }

  /// What stands deeper is shown here.
  private static let deepest = 32

  let nodes: [Node]
  private let steps: [Outline.Step]

  init(_ steps: [Outline.Step]) {
    self.steps = steps
    var path: [Int] = []
    var numbers: [Int] = [0]
    var last: [Outline.Step?] = [nil]
    var nodes: [Node] = []
    for (position, step) in steps.enumerated() {
      let depth = min(max(0, step.depth), path.count, Self.deepest)
      path.removeLast(path.count - depth)
      numbers.removeLast(numbers.count - depth - 1)
      last.removeLast(last.count - depth - 1)
      if !Self.isNextRound(step, of: last[depth]) { numbers[depth] += 1 }
      last[depth] = step
      nodes.append(
        Node(
          number: numbers.map(String.init).joined(separator: "."), label: Self.label(step),
          depth: depth, parent: path.last))
      path.append(position)
      numbers.append(0)
      last.append(nil)
    }
    self.nodes = nodes
  }

  /// One for each list; lists that are one in memory, as those of a scenario's samples, share theirs.
  static func all(of lists: [[Outline.Step]]) -> [StepTree] {
    var trees: [StepTree] = []
    trees.reserveCapacity(lists.count)
    for steps in lists {
      trees.append(trees.last.flatMap { $0.isOf(steps) ? $0 : nil } ?? StepTree(steps))
    }
    return trees
  }

  private func isOf(_ other: [Outline.Step]) -> Bool {
    steps.withUnsafeBufferPointer { mine in
      other.withUnsafeBufferPointer { mine.baseAddress == $0.baseAddress && mine.count == $0.count }
    }
  }

  /// The steps that a step stands inside of, outermost first.
  func ancestors(of position: Int) -> [Int] {
    var result: [Int] = []
    var next = nodes.indices.contains(position) ? nodes[position].parent : nil
    while let parent = next {
      result.insert(parent, at: 0)
      next = nodes[parent].parent
    }
    return result
  }

  /// `join › register`: the step's name after those of the flows and rounds that it stands in.
  func path(of position: Int) -> String {
    way(to: position).map { nodes[$0].label }.joined(separator: " › ")
  }

  /// The same for all rounds.
  func plainPath(of position: Int) -> String {
    way(to: position).map { steps[$0].id }.joined(separator: " › ")
  }

  func id(of position: Int) -> String { steps[position].id }

  private func way(to position: Int) -> [Int] {
    guard nodes.indices.contains(position) else { return [] }
    let outer = ancestors(of: position).filter { steps[$0].kind == .flow || steps[$0].round != nil }
    return outer + [position]
  }

  /// The step's own round, or the one that it stands in, with the step that is repeated.
  func round(of position: Int) -> (round: Round, step: Int)? {
    guard nodes.indices.contains(position) else { return nil }
    for candidate in [position] + ancestors(of: position).reversed() {
      if let round = steps[candidate].round { return (round, candidate) }
    }
    return nil
  }

  /// The uses of flows that a step stands in, innermost first.
  func uses(of position: Int) -> [Int] {
    ancestors(of: position).reversed().filter { steps[$0].kind == .flow }
  }

  /// The step of `finally` that it is or stands inside of, outermost first.
  func cleanup(of position: Int) -> Int? {
    (ancestors(of: position) + [position]).first { steps[$0].isFinally }
  }

  private static func label(_ step: Outline.Step) -> String {
    step.id + (step.round.map { " \($0.number)/\($0.count)" } ?? "")
  }

  private static func isNextRound(_ step: Outline.Step, of before: Outline.Step?) -> Bool {
    guard let before, let round = step.round, let earlier = before.round else { return false }
    return step.id == before.id && step.place == before.place
      && round.number == earlier.number + 1 && round.count == earlier.count
  }
}
