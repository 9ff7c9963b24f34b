import LinkageCore

/// The ways from one status to another.
struct StatusPaths {
  private var next: [String: [String]] = [:]
  private var previous: [String: [String]] = [:]

  init(_ flow: [Field.Transition]) {
    for transition in flow {
      next[transition.from, default: []] += transition.to
      for status in transition.to { previous[status, default: []].append(transition.from) }
    }
  }

  /// The statuses gone through, both ends included; empty where several ways are as likely.
  ///
  /// - Parameters:
  ///   - first: `nil` where nothing is known of the thing.
  ///   - changes: how often it was changed on the way, as far as can be told.
  func path(from first: String?, to last: String, changes: Int) -> [String] {
    guard let first else { return onlyWay(to: last) }
    if first == last { return [] }
    let paths = paths(from: first, to: last)
    if changes > 1 {
      let fitting = paths.filter { $0.count == changes + 1 }
      if fitting.count == 1 { return fitting[0] }
    }
    if let direct = paths.first(where: { $0.count == 2 }), changes < 2 || paths.count == 1 {
      return direct
    }
    return paths.count == 1 ? paths[0] : []
  }

  /// Where nothing is known before, what a status can only have come from.
  private func onlyWay(to last: String) -> [String] {
    var path = [last]
    while let before = previous[path[0]], before.count == 1, !path.contains(before[0]),
      paths(from: path[0], to: before[0]).isEmpty
    {
      path.insert(before[0], at: 0)
    }
    return path
  }

  /// All that go through no status twice.
  private func paths(from first: String, to last: String) -> [[String]] {
    var found: [[String]] = []
    var open = [[first]]
    while let path = open.popLast(), found.count < 100, open.count < 1_000 {
      for status in next[path.last ?? ""] ?? [] where !path.contains(status) {
        if status == last { found.append(path + [status]) } else { open.append(path + [status]) }
      }
    }
    return found
  }
}
