/// One journey, ready to run.
public struct Scenario: Sendable {
  public var id: String
  public var place: Place
  public var title: LocalizedText
  public var priority: String?
  public var tags: [String]
  /// The row of `matrix` that this is; `nil` without one.
  public var row: Row?
  /// Which of several samples this is, from 1; `nil` where it runs once.
  public var sample: Int?
  /// Scenarios that share one of these never run side by side.
  public var exclusive: [String]
  public var actors: [Actor]
  public var target: Target
  /// The steps in order; those of `finally` come last and are marked.
  public var steps: [Step]

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
  }

  /// Unique in a run, the same in every run.
  public var name: String { CaseName.text(id: id, row: row?.label, sample: sample) }

  /// Every step in the order of the outline: a step, then those inside it.
  public var allSteps: [Step] { Self.all(steps) }

  private static func all(_ steps: [Step]) -> [Step] {
    steps.flatMap { [$0] + all($0.children) }
  }
}
