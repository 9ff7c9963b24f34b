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

/// A file that took part in a run: what excerpts in messages are cut from.
public struct SourceFile: Sendable, Hashable, Codable {
  public var path: String
  public var text: String

  public init(path: String, text: String) {
    self.path = path
    self.text = text
  }
}

/// Every problem found, with the files they stand in.
public struct Diagnostics: Error, Sendable, Hashable {
  public var problems: [Diagnostic]
  public var sources: [SourceFile]

  public init(problems: [Diagnostic], sources: [SourceFile]) {
    self.problems = problems
    self.sources = sources
  }
}
