import LinkageCore

/// Which step of an outline stands inside which: the outline is flat, in order of appearance, with
/// depths.
struct StepTree {
  private let steps: [Outline.Step]
  private let parents: [Int?]

  init(_ steps: [Outline.Step]) {
    self.steps = steps
    var open: [Int] = []
    parents = steps.indices.map { index in
      while let last = open.last, steps[last].depth >= steps[index].depth { open.removeLast() }
      defer { open.append(index) }
      return open.last
    }
  }

  /// A step and those that it stands inside of, inmost first.
  func line(of index: Int) -> [Int] {
    var line = [index]
    while let parent = parents[line[line.count - 1]] { line.append(parent) }
    return line
  }

  /// Whether it cleans up, or stands inside a step that does.
  func isCleanup(_ index: Int) -> Bool { line(of: index).contains { steps[$0].isFinally } }

  func children(of index: Int) -> [Int] { descendants(of: index).filter { parents[$0] == index } }

  /// They follow it, as long as they are deeper.
  func descendants(of index: Int) -> [Int] {
    Array(steps.indices[(index + 1)...].prefix { steps[$0].depth > steps[index].depth })
  }
}
