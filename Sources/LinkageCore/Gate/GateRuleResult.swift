/// What was measured for a rule, and the answer.
public struct GateRuleResult: Sendable, Hashable {
  public var rule: GateRule
  /// `unknown` where too little was seen to say either.
  public var judgement: Judgement
  public var measured: Measured

  public init(rule: GateRule, judgement: Judgement, measured: Measured) {
    self.rule = rule
    self.judgement = judgement
    self.measured = measured
  }

  public enum Measured: Sendable, Hashable {
    case broken(Broken)
    case rate(Rate)
    /// Over so many writes.
    case quantile(PopulationQuantile, samples: Int)
    case comparison(GateComparison)
    /// No sample at all.
    case nothing(samplesNeeded: Int)
  }

  /// What is broken or undecided: names of checkers and of cases.
  public struct Broken: Sendable, Hashable {
    public var violations: [String]
    public var failed: [String]
    public var undecided: [String]
    /// Nothing ran that counts.
    public var nothingRan: Bool

    public init(
      violations: [String], failed: [String], undecided: [String], nothingRan: Bool
    ) {
      self.violations = violations
      self.failed = failed
      self.undecided = undecided
      self.nothingRan = nothingRan
    }
  }

  /// How many changes were visible by their deadline.
  public struct Rate: Sendable, Hashable {
    public var samples: Int
    /// So many certainly were, so many may have been.
    public var least: Int
    public var most: Int
    /// The share of all changes, 0 … 1, between bounds that hold it with 95 % or more.
    public var lower: Double
    public var upper: Double
    /// How many samples, all in time, reach the limit.
    public var samplesNeeded: Int

    public init(
      samples: Int, least: Int, most: Int, lower: Double, upper: Double, samplesNeeded: Int
    ) {
      self.samples = samples
      self.least = least
      self.most = most
      self.lower = lower
      self.upper = upper
      self.samplesNeeded = samplesNeeded
    }
  }
}
