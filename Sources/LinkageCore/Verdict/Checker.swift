/// A pure function from a history to a judgement: no I/O, no clock, no randomness.
public protocol Checker: Sendable {
  var name: String { get }
  /// An error becomes `unknown`, never `pass` and never `fail`.
  func check(_ history: History, measurements: [Measurement]) throws -> CheckResult
}
