/// One journey, ready to run.
public struct Scenario: Sendable {
  public var id: String
  public var place: Place
  public var title: LocalizedText
  public var priority: String?
  public var tags: [String]
  public var actors: [Actor]
  public var target: Target
  /// The steps in order; those of `finally` come last and are marked.
  public var steps: [Step]

  public struct Actor: Sendable {
    public var name: String
    public var fields: [Template.Entry]

    public init(name: String, fields: [Template.Entry]) {
      self.name = name
      self.fields = fields
    }
  }

  public init(
    id: String, place: Place, title: LocalizedText, priority: String?, tags: [String],
    actors: [Actor], target: Target, steps: [Step]
  ) {
    self.id = id
    self.place = place
    self.title = title
    self.priority = priority
    self.tags = tags
    self.actors = actors
    self.target = target
    self.steps = steps
  }
}
