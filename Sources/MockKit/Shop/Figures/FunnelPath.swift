/// A way that people go, node by node.
struct FunnelPath: Sendable {
  struct Node: Sendable {
    let name: String
    let holds: @Sendable (Footprint) -> Bool

    init(_ name: String, _ holds: @escaping @Sendable (Footprint) -> Bool) {
      self.name = name
      self.holds = holds
    }
  }

  let name: String
  let nodes: [Node]

  static let toOrder = FunnelPath(
    name: "web→mini→order",
    nodes: [
      Node("website") { $0.platform == .web && $0.act.isComing },
      Node("entry") { $0.platform == .web && $0.act == .click },
      Node("mini-program") { $0.platform == .mini && $0.act == .arrive },
      Node("order") { $0.platform == .mini && $0.act == .order },
    ])

  static let toInquiry = FunnelPath(
    name: "mini→web→inquiry",
    nodes: [
      Node("mini-program") { $0.platform == .mini && $0.act.isComing },
      Node("entry") { $0.platform == .mini && $0.act == .click },
      Node("website") { $0.platform == .web && $0.act == .arrive },
      Node("inquiry") { $0.platform == .web && $0.act == .use && $0.function == "inquiry" },
    ])

  /// Who was guided may have scanned a code that nobody clicked.
  static let guided = FunnelPath(
    name: "web→mini",
    nodes: [toOrder.nodes[0], toOrder.nodes[2]])

  /// How many people got to each node, each after the one before it.
  ///
  /// - Parameter footprints: the oldest first.
  func reached(by footprints: [Footprint]) -> [Int] {
    var next: [String: Int] = [:]
    var counts = nodes.map { _ in 0 }
    for footprint in footprints {
      let place = next[footprint.person] ?? 0
      guard place < nodes.count, nodes[place].holds(footprint) else { continue }
      next[footprint.person] = place + 1
      counts[place] += 1
    }
    return counts
  }
}
