/// What a stored run remembers of its plan: all that judging and reporting need, and no code.
public struct Outline: Sendable, Hashable, Codable {
  public var target: String
  public var platforms: [Platform]
  public var cases: [Case]
  public var entities: [Contract.Entity]
  public var sources: [SourceFile]

  public struct Platform: Sendable, Hashable, Codable {
    public var name: String
    public var title: LocalizedText
    /// Without user and password.
    public var base: String

    public init(name: String, title: LocalizedText, base: String) {
      self.name = name
      self.title = title
      self.base = base
    }
  }

  /// One scenario as it runs once.
  public struct Case: Sendable, Hashable, Codable {
    public var id: String
    public var place: Place
    public var title: LocalizedText
    public var priority: String?
    public var tags: [String]
    public var actors: [String]
    public var steps: [Step]

    public init(
      id: String, place: Place, title: LocalizedText, priority: String?, tags: [String],
      actors: [String], steps: [Step]
    ) {
      self.id = id
      self.place = place
      self.title = title
      self.priority = priority
      self.tags = tags
      self.actors = actors
      self.steps = steps
    }
  }

  public struct Step: Sendable, Hashable, Codable {
    public var id: String
    public var place: Place
    public var operation: String
    public var platform: String
    public var actor: String?
    public var isWrite: Bool
    public var reads: [String]
    public var writes: [String]
    public var expectations: [Expectation]
    public var sync: Sync?
    public var fails: String?
    public var mayFail: [String]
    public var isSoft: Bool
    public var isFinally: Bool

    public init(
      id: String, place: Place, operation: String, platform: String, actor: String?,
      isWrite: Bool, reads: [String], writes: [String], expectations: [Expectation], sync: Sync?,
      fails: String?, mayFail: [String], isSoft: Bool, isFinally: Bool
    ) {
      self.id = id
      self.place = place
      self.operation = operation
      self.platform = platform
      self.actor = actor
      self.isWrite = isWrite
      self.reads = reads
      self.writes = writes
      self.expectations = expectations
      self.sync = sync
      self.fails = fails
      self.mayFail = mayFail
      self.isSoft = isSoft
      self.isFinally = isFinally
    }
  }

  public struct Expectation: Sendable, Hashable, Codable {
    public var text: String
    public var place: Place
    /// Part of `until`: says that the change has arrived.
    public var isUntil: Bool

    public init(text: String, place: Place, isUntil: Bool) {
      self.text = text
      self.place = place
      self.isUntil = isUntil
    }
  }

  public struct Sync: Sendable, Hashable, Codable {
    public var since: [String]
    public var link: Link
    public var within: Nanoseconds
    /// The step's own, which fails it.
    public var slo: Nanoseconds?
    /// The contract's, judged over samples.
    public var promised: Nanoseconds?
    public var hold: Nanoseconds?

    public init(
      since: [String], link: Link, within: Nanoseconds, slo: Nanoseconds?, promised: Nanoseconds?,
      hold: Nanoseconds?
    ) {
      self.since = since
      self.link = link
      self.within = within
      self.slo = slo
      self.promised = promised
      self.hold = hold
    }
  }

  public init(
    target: String, platforms: [Platform], cases: [Case], entities: [Contract.Entity],
    sources: [SourceFile]
  ) {
    self.target = target
    self.platforms = platforms
    self.cases = cases
    self.entities = entities
    self.sources = sources
  }
}
