/// What must hold for a release, beyond what every run is judged by.
public struct Gate: Sendable, Hashable {
  public var name: String
  public var place: Place
  public var rules: [GateRule]
  public var quarantine: [Quarantine]

  public init(name: String, place: Place, rules: [GateRule], quarantine: [Quarantine]) {
    self.name = name
    self.place = place
    self.rules = rules
    self.quarantine = quarantine
  }
}

/// A scenario whose failure is known and does not count for a while.
public struct Quarantine: Sendable, Hashable {
  /// Its id: all its rows and samples.
  public var scenario: String
  public var issue: String
  public var owner: String
  /// The last day on which its failure does not count.
  public var expires: CalendarDay
  public var place: Place

  public init(
    scenario: String, issue: String, owner: String, expires: CalendarDay, place: Place
  ) {
    self.scenario = scenario
    self.issue = issue
    self.owner = owner
    self.expires = expires
    self.place = place
  }
}
