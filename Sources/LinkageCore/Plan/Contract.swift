/// What the platforms promise each other.
public struct Contract: Sendable, Hashable, Codable {
  public var platforms: [Platform]
  public var entities: [Entity]
  public var operations: [Promise]
  public var actors: [Sight]

  public struct Platform: Sendable, Hashable, Codable {
    public var name: String
    public var title: LocalizedText

    public init(name: String, title: LocalizedText) {
      self.name = name
      self.title = title
    }
  }

  public struct Entity: Sendable, Hashable, Codable {
    public var name: String
    public var key: String
    public var fields: [Field]
    public var slo: Nanoseconds?
    public var within: Nanoseconds?
    /// The platforms on which a member sees his own change at once.
    public var readYourWrites: [String]
    /// Changed by everybody, also by what is no part of the run; `nil` for not, and in runs stored
    /// before it was recorded.
    public var isShared: Bool?
    /// `nil` without one, and in runs stored before it was recorded.
    public var ledger: Ledger?

    public init(
      name: String, key: String, fields: [Field], slo: Nanoseconds?, within: Nanoseconds?,
      readYourWrites: [String], isShared: Bool? = nil, ledger: Ledger? = nil
    ) {
      self.name = name
      self.key = key
      self.fields = fields
      self.slo = slo
      self.within = within
      self.readYourWrites = readYourWrites
      self.isShared = isShared
      self.ledger = ledger
    }
  }

  /// One operation as both sides agreed on it.
  public struct Promise: Sendable, Hashable, Codable {
    public var name: String
    public var reads: [String]
    public var writes: [String]
    public var inputs: [Field]
    public var outputs: [Field]
    public var errors: [String]
    /// The entities that it ends.
    public var deletes: [String]
    public var effects: Effects
    public var place: Place

    public init(
      name: String, reads: [String], writes: [String], inputs: [Field], outputs: [Field],
      errors: [String], deletes: [String] = [], effects: Effects = Effects(), place: Place
    ) {
      self.name = name
      self.reads = reads
      self.writes = writes
      self.inputs = inputs
      self.outputs = outputs
      self.errors = errors
      self.deletes = deletes
      self.effects = effects
      self.place = place
    }
  }

  /// Whose data an actor may see besides its own.
  public struct Sight: Sendable, Hashable, Codable {
    public var actor: String
    public var sees: [String]

    public init(actor: String, sees: [String]) {
      self.actor = actor
      self.sees = sees
    }
  }

  public init(
    platforms: [Platform], entities: [Entity], operations: [Promise], actors: [Sight] = []
  ) {
    self.platforms = platforms
    self.entities = entities
    self.operations = operations
    self.actors = actors
  }
}
