/// How people went from one platform to the other in some days, and what they used.
struct ConversionPaths: Sendable, Encodable {
  struct EntryRate: Sendable, Encodable {
    let direction: String
    /// Where the entry stands; absent where nobody said it.
    let source: String?
    let clicks: Int
    let opens: Int
    /// Opens for each click.
    let rate: Double?

    private enum CodingKeys: String, CodingKey {
      case direction, source, clicks, opens, rate
    }

    func encode(to encoder: any Encoder) throws {
      var fields = encoder.container(keyedBy: CodingKeys.self)
      try fields.encode(direction, forKey: .direction)
      try fields.encodeIfPresent(source, forKey: .source)
      try fields.encode(clicks, forKey: .clicks)
      try fields.encode(opens, forKey: .opens)
      try fields.encode(rate, forKey: .rate)
    }
  }

  struct Path: Sendable, Encodable {
    struct Node: Sendable, Encodable {
      let node: String
      let people: Int
      /// Who got here and no further.
      let dropOff: Int
    }

    let path: String
    let nodes: [Node]

    init(_ path: FunnelPath, _ footprints: [Footprint]) {
      self.path = path.name
      let counts = path.reached(by: footprints)
      let following = counts.dropFirst() + [counts.last ?? 0]
      nodes = zip(path.nodes, zip(counts, following)).map { node, numbers in
        Node(node: node.name, people: numbers.0, dropOff: numbers.0 - numbers.1)
      }
    }
  }

  struct FunctionUse: Sendable, Encodable {
    let platform: ShopSide
    let function: String
    let uses: Int
    let people: Int
  }

  let from: String
  let to: String
  let entries: [EntryRate]
  let paths: [Path]
  /// The most used first.
  let functions: [FunctionUse]

  init(_ footprints: [Footprint], of days: FigureDays) {
    (from, to) = (days.from, days.to)
    let within = footprints.filter(days.contains)
    entries = Self.entries(of: within)
    paths = [FunnelPath.toOrder, .toInquiry].map { Path($0, within) }
    functions = Self.functions(of: within)
  }

  /// Clicks are made where the entry stands, opens where it leads.
  private static func entries(of footprints: [Footprint]) -> [EntryRate] {
    struct Key: Hashable {
      let from: ShopSide
      let source: String?
    }
    var counts: [Key: (clicks: Int, opens: Int)] = [:]
    for footprint in footprints {
      let source = footprint.source
      switch footprint.act {
      case .click:
        counts[Key(from: footprint.platform, source: source), default: (0, 0)].clicks += 1
      case .arrive:
        counts[Key(from: footprint.platform.other, source: source), default: (0, 0)].opens += 1
      case .come, .use, .order: break
      }
    }
    let sorted = counts.sorted {
      ($1.key.from.rawValue, $0.key.source ?? "") < ($0.key.from.rawValue, $1.key.source ?? "")
    }
    return sorted.map { key, count in
      EntryRate(
        direction: LinkDirection(from: key.from).rawValue, source: key.source,
        clicks: count.clicks, opens: count.opens,
        rate: Proportion(count.opens, of: count.clicks).ratio)
    }
  }

  private static func functions(of footprints: [Footprint]) -> [FunctionUse] {
    struct Key: Hashable {
      let platform: ShopSide
      let function: String
    }
    var users: [Key: [String]] = [:]
    for footprint in footprints where footprint.act == .use {
      let key = Key(platform: footprint.platform, function: footprint.function ?? "")
      users[key, default: []].append(footprint.person)
    }
    let uses = users.map { key, people in
      FunctionUse(
        platform: key.platform, function: key.function, uses: people.count,
        people: Set(people).count)
    }
    return uses.sorted {
      ($1.uses, $0.function, $1.platform.rawValue) < ($0.uses, $1.function, $0.platform.rawValue)
    }
  }
}
