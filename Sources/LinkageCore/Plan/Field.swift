/// A field of an entity, or an input or output of an operation.
public struct Field: Sendable, Hashable, Codable {
  public var name: String
  public var type: FieldType
  public var isOptional: Bool

  public init(name: String, type: FieldType, isOptional: Bool) {
    self.name = name
    self.type = type
    self.isOptional = isOptional
  }
}
