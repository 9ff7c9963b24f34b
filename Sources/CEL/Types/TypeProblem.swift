/// Something in an expression that cannot be right whatever the values turn out to be, and where.
public struct TypeProblem: Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    /// No such operator or standard function for these types.
    case noOverload(function: String, arguments: [StaticType])
    case argumentCount(function: String, given: Int, allowed: [Int])
    /// `==`, `!=` or `in` between types that have no value in common.
    case neverEqual(operation: String, left: StaticType, right: StaticType)
    /// `&&`, `||`, `!`, `? :` or a macro's condition over something that is no bool.
    case notBool(operation: String, type: StaticType)
    /// A field of something that has none.
    case noField(name: String, type: StaticType)
    /// A macro over something that is neither list nor map.
    case notIterable(macro: String, type: StaticType)
    case unsupportedKey(type: StaticType)
    /// A pattern that stands in the expression and is none.
    case invalidPattern(PatternError)
    /// A literal that a host function never takes.
    case host(function: String, error: HostError)
  }

  public let kind: Kind
  /// Offsets into the source's UTF-8.
  public let range: Range<Int>

  public init(kind: Kind, range: Range<Int>) {
    self.kind = kind
    self.range = range
  }
}
