/// What an expression may cost. Going beyond one is an error, never a crash or a hang.
public struct Limits: Sendable, Hashable {
  /// Bytes of UTF-8 in the source.
  public var sourceLength: Int
  /// How deep parentheses, brackets, braces, calls and conditionals may be nested.
  public var nesting: Int
  /// Evaluation steps: about one for each operator, name and call, more for work on long data.
  public var steps: Int
  /// Bytes that an evaluation may build, counted also for intermediate values.
  public var outputSize: Int

  public init(
    sourceLength: Int = 64 * 1024, nesting: Int = 128, steps: Int = 1_000_000,
    outputSize: Int = 16 * 1024 * 1024
  ) {
    self.sourceLength = sourceLength
    self.nesting = nesting
    self.steps = steps
    self.outputSize = outputSize
  }

  public static let `default` = Limits()
}
