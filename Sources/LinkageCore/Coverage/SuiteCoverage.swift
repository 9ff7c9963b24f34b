/// What a suite checks of a contract on a target, and what it does not.
public struct SuiteCoverage: Sendable, Hashable {
  /// The target's name.
  public var target: String
  /// The contract's file; `nil` without one, where nothing is promised.
  public var contract: String?
  /// The ids of the scenarios that the target runs, in the order of the suite.
  public var scenarios: [String]
  /// Every way that a change may take by the contract.
  public var ways: [Way]
  /// Every promise of the contract.
  public var promises: [Promise]
  /// Every named error of its operations. They are no promise: many of them are refused alike.
  public var errors: [Promise]
  /// Operations of the contract that the target does not do; `nil` without a target.
  public var lacking: [String]?
  /// Scenarios that are skipped on the target.
  public var skipped: [Skipped]

  /// An entity that is written on one platform and read on another.
  public struct Way: Sendable, Hashable {
    public var link: Link
    /// Scenarios that wait for the change to arrive.
    public var waiting: [String]
    /// Scenarios that write on the one and later read on the other, and wait for nothing.
    public var reading: [String]

    public init(link: Link, waiting: [String], reading: [String]) {
      self.link = link
      self.waiting = waiting
      self.reading = reading
    }
  }

  /// One promise, and who checks it.
  public struct Promise: Sendable, Hashable {
    public var claim: Claim
    public var checkedBy: [String]
    /// Scenarios that would check it and are skipped on the target.
    public var skipped: [String]

    public init(claim: Claim, checkedBy: [String], skipped: [String]) {
      self.claim = claim
      self.checkedBy = checkedBy
      self.skipped = skipped
    }

    public var isChecked: Bool { !checkedBy.isEmpty }
  }

  public struct Skipped: Sendable, Hashable {
    /// The scenario, with its row.
    public var name: String
    /// Operations, faults and clocks that the target lacks.
    public var lacks: [String]
    /// What writes where the target denies writing.
    public var denied: [String]

    public init(name: String, lacks: [String], denied: [String]) {
      self.name = name
      self.lacks = lacks
      self.denied = denied
    }
  }

  public init(
    target: String, contract: String?, scenarios: [String], ways: [Way], promises: [Promise],
    errors: [Promise], lacking: [String]?, skipped: [Skipped]
  ) {
    self.target = target
    self.contract = contract
    self.scenarios = scenarios
    self.ways = ways
    self.promises = promises
    self.errors = errors
    self.lacking = lacking
    self.skipped = skipped
  }

  public var unchecked: [Promise] { promises.filter { !$0.isChecked } }
}
