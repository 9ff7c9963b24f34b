/// One journey, ready to run; a reference, since it is passed on by all that happens in it.
public final class Scenario: Sendable {
  public let id: String
  public let place: Place
  public let title: LocalizedText
  public let priority: String?
  public let tags: [String]
  /// The row of `matrix` that this is; `nil` without one.
  public let row: Row?
  /// Which of several samples this is, from 1; `nil` where it runs once.
  public let sample: Int?
  /// Scenarios that share one of these never run side by side.
  public let exclusive: [String]
  public let actors: [Actor]
  public let target: Target
  /// The steps in order; those of `finally` come last and are marked.
  public let steps: [Step]
  /// Every step in the order of the outline: a step, then those inside it.
  public let allSteps: [Step]

  public struct Actor: Sendable {
    public var name: String
    /// What `Step.actor` says: its name, or for an actor of a flow a name unique in the scenario.
    public var key: String
    public var fields: [Template.Entry]

    public init(name: String, key: String? = nil, fields: [Template.Entry]) {
      self.name = name
      self.key = key ?? name
      self.fields = fields
    }
  }

  public init(
    id: String, place: Place, title: LocalizedText, priority: String?, tags: [String],
    row: Row? = nil, sample: Int? = nil, exclusive: [String] = [], actors: [Actor],
    target: Target, steps: [Step]
  ) {
    self.id = id
    self.place = place
    self.title = title
    self.priority = priority
    self.tags = tags
    self.row = row
    self.sample = sample
    self.exclusive = exclusive
    self.actors = actors
    self.target = target
    self.steps = steps
    allSteps = Self.all(steps)
  }

  /// The same scenario with another value of what is given.
  public func with(sample: Int? = nil, target: Target? = nil, steps: [Step]? = nil) -> Scenario {
    Scenario(self, sample: sample ?? self.sample, target: target ?? self.target, steps: steps)
  }

  /// Where no other steps are given, both share theirs.
  private init(_ other: Scenario, sample: Int?, target: Target, steps: [Step]?) {
    id = other.id
    place = other.place
    title = other.title
    priority = other.priority
    tags = other.tags
    row = other.row
    self.sample = sample
    exclusive = other.exclusive
    actors = other.actors
    self.target = target
    self.steps = steps ?? other.steps
    allSteps = steps.map(Self.all) ?? other.allSteps
  }

  /// Whether it breaks, mends or moves something of the system that others may use at the same time.
  public var changesSystem: Bool { allSteps.contains { $0.body.changesSystem } }

  /// Unique in a run, the same in every run.
  public var name: String { CaseName.text(id: id, row: row?.label, sample: sample) }

  private static func all(_ steps: [Step]) -> [Step] {
    steps.flatMap { [$0] + all($0.children) }
  }
}
