/// Every problem found, with the files they stand in.
public struct Diagnostics: Error, Sendable, Hashable {
  public var problems: [Diagnostic]
  public var sources: [SourceFile]

  public init(problems: [Diagnostic], sources: [SourceFile]) {
    self.problems = problems
    self.sources = sources
  }
}
