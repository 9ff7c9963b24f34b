/// One rule of a gate: a figure of a run and what it is held to.
public struct GateRule: Sendable, Hashable {
  public var id: String
  /// `nil` for the rule that every gate has.
  public var place: Place?
  public var limit: Limit
  public var level: Level

  public init(id: String, place: Place?, limit: Limit, level: Level) {
    self.id = id
    self.place = place
    self.limit = limit
    self.level = level
  }

  /// The rule that every gate has: no violation, no failed scenario.
  public static let builtIn = GateRule(
    id: "built-in", place: nil, limit: .nothingBroken(violations: true, failed: true),
    level: .fail)

  public enum Limit: Sendable, Hashable {
    /// No consistency violation, no failed scenario, or neither.
    case nothingBroken(violations: Bool, failed: Bool)
    /// The share of changes that are visible by their deadline, 0 < share < 1.
    case syncRate(LinkChoice, atLeast: Double)
    case quantile(GateQuantile, Link, atMost: Nanoseconds)
    /// No worse than in the runs of that label, by more than this share of it.
    case comparison(GateQuantile, Link, baseline: String, by: Double)
  }

  public enum Level: String, Sendable, Hashable, Codable {
    /// Is told and decides nothing.
    case warn
    case fail
  }
}

/// The quantiles that a rule may be about.
public enum GateQuantile: String, Sendable, Hashable, Codable, CaseIterable {
  case p50, p90, p95, p99

  /// 0 < share < 1.
  public var share: Double {
    switch self {
    case .p50: 0.5
    case .p90: 0.9
    case .p95: 0.95
    case .p99: 0.99
    }
  }
}

/// One link, or all of an entity.
public enum LinkChoice: Sendable, Hashable {
  case link(Link)
  case entity(String)

  public func contains(_ link: Link) -> Bool {
    switch self {
    case .link(let one): one == link
    case .entity(let name): link.entity == name
    }
  }
}
