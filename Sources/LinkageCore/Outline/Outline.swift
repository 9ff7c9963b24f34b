/// What a stored run remembers of its plan: all that judging and reporting need, and no code.
public struct Outline: Sendable, Hashable, Codable {
  public var target: String
  public var platforms: [Platform]
  public var cases: [Case]
  public var entities: [Contract.Entity]
  public var sources: [SourceFile]
  /// Who may see whose data; `nil` where nobody sees another's, and in runs stored before it was
  /// recorded.
  public var sights: [Contract.Sight]?

  public struct Platform: Sendable, Hashable, Codable {
    public var name: String
    public var title: LocalizedText
    /// Without user and password.
    public var base: String
    /// `nil` in runs stored before it was recorded.
    public var connection: ConnectionOutline?
    /// `nil` in runs stored before it was recorded.
    public var keepsCookies: Bool?

    public init(
      name: String, title: LocalizedText, base: String, connection: ConnectionOutline? = nil,
      keepsCookies: Bool? = nil
    ) {
      self.name = name
      self.title = title
      self.base = base
      self.connection = connection
      self.keepsCookies = keepsCookies
    }
  }

  /// One scenario as it runs once.
  public struct Case: Sendable, Hashable, Codable {
    public var id: String
    public var place: Place
    public var title: LocalizedText
    public var priority: String?
    public var tags: [String]
    /// The label of its row of `matrix`.
    public var row: String?
    /// Which of several samples it is, from 1.
    public var sample: Int?
    public var actors: [String]
    /// Each step, then those inside it.
    public var steps: [Step]
    /// Whether it ran on a system that nobody else used; `nil` for not, and in runs stored before it
    /// was recorded.
    public var hasOwnSystem: Bool?

    public init(
      id: String, place: Place, title: LocalizedText, priority: String?, tags: [String],
      row: String? = nil, sample: Int? = nil, actors: [String], steps: [Step]
    ) {
      self.id = id
      self.place = place
      self.title = title
      self.priority = priority
      self.tags = tags
      self.row = row
      self.sample = sample
      self.actors = actors
      self.steps = steps
    }

    /// Unique in a run, the same in every run.
    public var name: String { CaseName.text(id: id, row: row, sample: sample) }
  }

  public struct Step: Sendable, Hashable, Codable {
    public var id: String
    public var place: Place
    public var kind: Kind
    /// How many steps it stands inside of.
    public var depth: Int
    public var round: Round?
    /// The operation's name; of a group what it is called in the file.
    public var operation: String
    /// Of a parity the first one's, of a group empty.
    public var platform: String
    public var actor: String?
    public var isWrite: Bool
    public var reads: [String]
    public var writes: [String]
    public var expectations: [Expectation]
    public var sync: Sync?
    public var stays: Nanoseconds?
    public var fails: String?
    public var mayFail: [String]
    public var isSoft: Bool
    public var isFinally: Bool
    /// Outputs that list entities, by their names: `orders` of `order`; `nil` without any, and in
    /// runs stored before it was recorded.
    public var lists: [String: String]?
    /// The entities that the operation ends; `nil` without any, and in runs stored before it was
    /// recorded.
    public var deletes: [String]?
    /// What else it does to entities; `nil` for nothing, and in runs stored before it was recorded.
    public var effects: Contract.Effects?

    public enum Kind: Sendable, Hashable, Codable {
      case operation
      /// The names of its reads, and the entity.
      case parity(reads: [String], entity: String?)
      case together
      case flow
      /// Something of the system is broken from its first completion, without `read`, to the first
      /// with one that is `ok`: what takes the fault off is recorded with the step that put it on.
      case fault(link: String, type: String, length: Nanoseconds?)
      /// The ids of the fault steps; empty for all. Its completions share their requests with those.
      case heal(faults: [String])
      case clock(advance: Nanoseconds)

      /// Whether it compares what two platforms say.
      public var isParity: Bool {
        if case .parity = self { true } else { false }
      }

      /// Whether it changes the system itself, for whoever else uses it, too.
      public var changesSystem: Bool {
        switch self {
        case .fault, .heal, .clock: true
        case .operation, .parity, .together, .flow: false
        }
      }
    }

    /// Whether it only holds other steps.
    public var isGroup: Bool {
      switch kind {
      case .operation, .parity, .fault, .heal, .clock: false
      case .together, .flow: true
      }
    }

    public init(
      id: String, place: Place, kind: Kind = .operation, depth: Int = 0, round: Round? = nil,
      operation: String, platform: String, actor: String?,
      isWrite: Bool, reads: [String], writes: [String], expectations: [Expectation], sync: Sync?,
      stays: Nanoseconds? = nil, fails: String?, mayFail: [String], isSoft: Bool,
      isFinally: Bool, lists: [String: String]? = nil, deletes: [String]? = nil,
      effects: Contract.Effects? = nil
    ) {
      self.id = id
      self.place = place
      self.kind = kind
      self.depth = depth
      self.round = round
      self.operation = operation
      self.platform = platform
      self.actor = actor
      self.isWrite = isWrite
      self.reads = reads
      self.writes = writes
      self.expectations = expectations
      self.sync = sync
      self.stays = stays
      self.fails = fails
      self.mayFail = mayFail
      self.isSoft = isSoft
      self.isFinally = isFinally
      self.lists = lists
      self.deletes = deletes
      self.effects = effects
    }
  }

  public struct Expectation: Sendable, Hashable, Codable {
    public var text: String
    public var place: Place
    /// Part of `until`: says that the change has arrived.
    public var isUntil: Bool
    /// The field that a parity compares by it.
    public var field: String?

    public init(text: String, place: Place, isUntil: Bool, field: String? = nil) {
      self.text = text
      self.place = place
      self.isUntil = isUntil
      self.field = field
    }
  }

  public struct Sync: Sendable, Hashable, Codable {
    public var since: [String]
    /// Positions of the steps whose last acknowledgement starts the clock.
    public var writes: [Int]
    public var link: Link
    public var within: Nanoseconds
    /// The step's own, which fails it.
    public var slo: Nanoseconds?
    /// The contract's, judged over samples.
    public var promised: Nanoseconds?
    public var hold: Nanoseconds?
    /// The condition that ends the wait.
    public var stopIf: String?

    public init(
      since: [String], writes: [Int], link: Link, within: Nanoseconds, slo: Nanoseconds?,
      promised: Nanoseconds?, hold: Nanoseconds?, stopIf: String? = nil
    ) {
      self.since = since
      self.writes = writes
      self.link = link
      self.within = within
      self.slo = slo
      self.promised = promised
      self.hold = hold
      self.stopIf = stopIf
    }
  }

  public init(
    target: String, platforms: [Platform], cases: [Case], entities: [Contract.Entity],
    sources: [SourceFile], sights: [Contract.Sight]? = nil
  ) {
    self.target = target
    self.platforms = platforms
    self.cases = cases
    self.entities = entities
    self.sources = sources
    self.sights = sights
  }
}
