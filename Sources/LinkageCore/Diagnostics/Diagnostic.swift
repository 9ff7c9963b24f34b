/// One thing wrong with what the user gave, before anything runs.
public struct Diagnostic: Sendable, Hashable {
  public var problem: Problem
  /// `nil` when the problem has no place in a file.
  public var place: Place?

  public init(problem: Problem, place: Place?) {
    self.problem = problem
    self.place = place
  }
}
