/// A free name in an expression with the fields selected from it: `register.out.memberId`.
/// Variables that a macro binds are not free.
public struct Reference: Sendable, Hashable {
  /// The name and the fields, such as `["register", "out", "memberId"]`.
  public let path: [String]
  /// Where it stands, as offsets into the source's UTF-8.
  public let range: Range<Int>
  /// Whether a call with the whole path as receiver follows, as in `fake.phone()`. Such a path may
  /// be a function's namespace instead of a variable.
  public let isReceiver: Bool
  /// Whether `has(…)` asks for the last field, which may then be absent.
  public internal(set) var isTested: Bool

  public init(
    path: [String], range: Range<Int>, isReceiver: Bool = false, isTested: Bool = false
  ) {
    self.path = path
    self.range = range
    self.isReceiver = isReceiver
    self.isTested = isTested
  }
}

/// A call in an expression. Macros are no calls.
public struct CalledFunction: Sendable, Hashable {
  /// The name in front of the parenthesis: `phone` in `fake.phone()`.
  public let name: String
  /// The whole dotted name when the receiver is a plain path, as in `fake.phone()`; else nil.
  public let qualifiedName: String?
  /// The number of arguments in the parentheses.
  public let argumentCount: Int
  public let hasReceiver: Bool
  /// Where the name (dotted, if it is) stands, as offsets into the source's UTF-8.
  public let range: Range<Int>
}
