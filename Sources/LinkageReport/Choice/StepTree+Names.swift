extension StepTree {
  /// The steps that a user calls so, by id, number or path, with all that stands inside them.
  func positions(named name: String) -> Set<Int> {
    var found: Set<Int> = []
    for position in nodes.indices {
      let isInside = nodes[position].parent.map(found.contains) ?? false
      let names = [id(of: position), nodes[position].number, path(of: position)]
      if isInside || names.contains(name) { found.insert(position) }
    }
    return found
  }

  /// Whether none of them stands inside the step.
  func isEmpty(_ position: Int, among positions: Set<Int>) -> Bool {
    !positions.contains { nodes[$0].parent == position }
  }
}
