public import LinkageCore

/// A pure function from a history to a judgement: no I/O, no clock, no randomness.
public protocol Checker: Sendable {
  /// As reports name it: lower case, words joined by `-`.
  var name: String { get }
  /// An error becomes `unknown`, never `pass` and never `fail`.
  func check(_ index: HistoryIndex) throws -> CheckResult
}
