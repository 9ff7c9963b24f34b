/// A field of an entity, or an input or output of an operation.
public struct Field: Sendable, Hashable, Codable {
  public var name: String
  public var type: FieldType
  public var isOptional: Bool
  /// The statuses that may follow each status; empty where nothing is promised.
  public var flow: [Transition]
  /// The direction in which alone it may change.
  public var monotonic: Monotonic?
  /// What it never falls below, of money in the smallest unit.
  public var least: Int64?
  /// The entity that each element of a list is, and its fields.
  public var element: String?
  public var elements: [Field]?

  public struct Transition: Sendable, Hashable, Codable {
    public var from: String
    public var to: [String]

    public init(from: String, to: [String]) {
      self.from = from
      self.to = to
    }
  }

  public enum Monotonic: String, Sendable, Hashable, Codable, CaseIterable {
    case up, down
  }

  public init(
    name: String, type: FieldType, isOptional: Bool, flow: [Transition] = [],
    monotonic: Monotonic? = nil, least: Int64? = nil, element: String? = nil,
    elements: [Field]? = nil
  ) {
    self.name = name
    self.type = type
    self.isOptional = isOptional
    self.flow = flow
    self.monotonic = monotonic
    self.least = least
    self.element = element
    self.elements = elements
  }
}
