public import Values

/// An expression's result with the values of the parts that led to it.
public struct Explanation: Sendable, Equatable {
  /// One operand of the outermost comparisons and logical operators that is not a literal.
  public struct Part: Sendable, Equatable {
    /// Offsets into the source's UTF-8.
    public let range: Range<Int>
    /// The part's source text.
    public let text: String
    public let value: Result<Value, EvaluationError>

    public init(range: Range<Int>, text: String, value: Result<Value, EvaluationError>) {
      self.range = range
      self.text = text
      self.value = value
    }
  }

  public let result: Result<Value, EvaluationError>
  /// In source order and without overlap. A part that was not evaluated, such as the right side of
  /// `false && x`, is absent.
  public let parts: [Part]

  public init(result: Result<Value, EvaluationError>, parts: [Part]) {
    self.result = result
    self.parts = parts
  }
}
