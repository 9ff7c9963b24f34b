extension Contract {
  /// What an operation does to the entities that it writes, where more is promised than that.
  public struct Effects: Sendable, Hashable, Codable {
    /// To the counted field of an entity, and from it.
    public var adds: [Part]
    public var takes: [Part]
    /// What can be used once, and is used by this.
    public var spends: [Part]
    /// Entities that were spent and can be used again after it.
    public var returns: [String]
    /// The input that names a submission: sent again, it is the same one.
    public var once: String?
    /// It must be refused, whatever it is called with.
    public var isForgery: Bool

    /// An entity, and the input or output that says by how much or which one.
    public struct Part: Sendable, Hashable, Codable {
      public var entity: String
      public var field: String

      public init(entity: String, field: String) {
        self.entity = entity
        self.field = field
      }
    }

    public init(
      adds: [Part] = [], takes: [Part] = [], spends: [Part] = [], returns: [String] = [],
      once: String? = nil, isForgery: Bool = false
    ) {
      self.adds = adds
      self.takes = takes
      self.spends = spends
      self.returns = returns
      self.once = once
      self.isForgery = isForgery
    }

    public var isEmpty: Bool { self == Effects() }
  }
}
