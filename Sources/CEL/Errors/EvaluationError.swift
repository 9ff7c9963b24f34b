public import Values

/// Why an expression has no value, and where.
public struct EvaluationError: Error, Sendable, Equatable {
  public indirect enum Kind: Sendable, Equatable {
    case undeclared(name: String, nearest: String?)
    case unknownFunction(name: String, nearest: String?)
    /// A map without that key, and keys that it has: the one that may have been meant, then others
    /// in the map's order.
    case noSuchKey(key: Value, available: [Value])
    /// A field of something that is no map; `type` is its type's name.
    case noSuchField(field: String, type: String)
    case indexOutOfRange(index: Int64, count: Int)
    /// No such operator or function for these types of arguments.
    case noOverload(function: String, arguments: [String])
    case argumentCount(function: String, given: Int, allowed: [Int])
    /// `&&`, `||`, `!`, `? :` or a macro's condition over something that is no bool.
    case notBool(operation: String, type: String)
    /// A macro over something that is neither list nor map.
    case notIterable(macro: String, type: String)
    case divisionByZero(operation: String)
    case overflow(operation: String)
    /// A value, shortened if it is long, that a conversion such as `int("x")` does not take.
    case conversion(value: String, from: String, to: String)
    case duplicateKey(Value)
    case unsupportedKey(type: String)
    case timeOutOfRange
    case unknownTimeZone(String)
    case invalidPattern(PatternError)
    case invalidBase64
    case format(FormatProblem)
    case argumentOutOfRange(function: String, value: Int64)
    case host(function: String, error: HostError)
    case tooManySteps(limit: Int)
    case outputTooLarge(limit: Int)
  }

  /// What is wrong with a call of `format`.
  public enum FormatProblem: Sendable, Equatable {
    case missingArgument(index: Int)
    case unknownClause(String)
    case unfinishedClause
    case precisionTooLarge(limit: Int)
    case wrongType(clause: String, type: String)
  }

  public let kind: Kind
  /// Offsets into the source's UTF-8.
  public let range: Range<Int>

  public init(kind: Kind, range: Range<Int>) {
    self.kind = kind
    self.range = range
  }
}
