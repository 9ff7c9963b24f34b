public import Values

extension CheckResult {
  /// One thing that cannot be, with the operations that prove it.
  public struct Violation: Sendable, Hashable, Codable {
    public var type: FailureType
    /// The operations, in order, that prove it: positions in the history.
    public var witness: [Int]
    /// Where it showed: the step of the operation that completes the proof.
    public var step: StepReference?
    /// What it happened to: the contract's name of it, and which one.
    public var entity: String?
    public var key: Value?
    /// Where it was seen, or should have been.
    public var platform: String?
    /// The field that says so, where one does.
    public var field: String?
    /// What else its sentence needs, in the order to tell.
    public var facts: [Fact]

    public init(
      type: FailureType, witness: [Int], step: StepReference?, entity: String? = nil,
      key: Value? = nil, platform: String? = nil, field: String? = nil, facts: [Fact] = []
    ) {
      self.type = type
      self.witness = witness
      self.step = step
      self.entity = entity
      self.key = key
      self.platform = platform
      self.field = field
      self.facts = facts
    }

    /// Verdicts stored before there was more than type, witness and step lack the rest.
    public init(from decoder: any Decoder) throws {
      let values = try decoder.container(keyedBy: CodingKeys.self)
      type = try values.decode(FailureType.self, forKey: .type)
      witness = try values.decode([Int].self, forKey: .witness)
      step = try values.decodeIfPresent(StepReference.self, forKey: .step)
      entity = try values.decodeIfPresent(String.self, forKey: .entity)
      key = try values.decodeIfPresent(Value.self, forKey: .key)
      platform = try values.decodeIfPresent(String.self, forKey: .platform)
      field = try values.decodeIfPresent(String.self, forKey: .field)
      facts = try values.decodeIfPresent([Fact].self, forKey: .facts) ?? []
    }
  }

  /// A named value of a violation: `expected`, `found`, `earlier`, `other` and the like.
  public struct Fact: Sendable, Hashable, Codable {
    public var name: String
    public var value: Value

    public init(_ name: String, _ value: Value) {
      self.name = name
      self.value = value
    }
  }
}
