public import Values

/// One condition, evaluated after an operation.
public struct Condition: Sendable, Hashable, Codable {
  /// `nil` when it could not be evaluated.
  public var holds: Bool?
  /// The values of its parts where it does not hold.
  public var parts: [Part]
  /// Why it could not be evaluated.
  public var problem: String?

  public init(holds: Bool?, parts: [Part], problem: String?) {
    self.holds = holds
    self.parts = parts
    self.problem = problem
  }

  public struct Part: Sendable, Hashable, Codable {
    /// Offset and length in the condition's text, in UTF-8 bytes.
    public var offset: Int
    public var length: Int
    public var text: String
    /// CEL's name of the type; `nil` when the part could not be evaluated.
    public var type: String?
    public var value: Value
    public var problem: String?

    public init(
      offset: Int, length: Int, text: String, type: String?, value: Value, problem: String?
    ) {
      self.offset = offset
      self.length = length
      self.text = text
      self.type = type
      self.value = value
      self.problem = problem
    }
  }
}
