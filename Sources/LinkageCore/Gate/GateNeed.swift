/// How many samples a gate's rule needs, and how many a plan makes.
public struct GateNeed: Sendable, Hashable {
  public var rule: String
  public var link: LinkChoice
  /// So many at least, where all of them are in time.
  public var needed: Int
  /// How often the plan measures the link at most; `nil` without a plan.
  public var planned: Int?
  /// How often each scenario has to run for it; `nil` where the plan never measures the link.
  public var samples: Int?

  public init(rule: String, link: LinkChoice, needed: Int, planned: Int?, samples: Int?) {
    self.rule = rule
    self.link = link
    self.needed = needed
    self.planned = planned
    self.samples = samples
  }

  /// Whether the plan makes too few.
  public var isShort: Bool { planned.map { $0 < needed } ?? false }
}
