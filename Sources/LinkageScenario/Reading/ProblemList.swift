import LinkageCore

/// Collects what is wrong while files are read; reading goes on after each problem.
final class ProblemList {
  private(set) var diagnostics: [Diagnostic] = []
  private var seen: Set<Diagnostic> = []

  /// A problem that an alias shows twice is kept once.
  func report(_ problem: Problem, at place: Place?) {
    let diagnostic = Diagnostic(problem: problem, place: place)
    if seen.insert(diagnostic).inserted { diagnostics.append(diagnostic) }
  }

  func add(_ other: ProblemList) {
    for diagnostic in other.diagnostics { report(diagnostic.problem, at: diagnostic.place) }
  }

  /// In the order of the files, then of the places.
  func sorted(by paths: [String]) -> [Diagnostic] {
    let order = Dictionary(paths.enumerated().map { ($1, $0) }, uniquingKeysWith: min)
    func rank(_ diagnostic: Diagnostic) -> (Int, Int, Int) {
      guard let place = diagnostic.place else { return (-1, 0, 0) }
      return (order[place.path] ?? paths.count, place.line, place.column)
    }
    return diagnostics.enumerated().sorted { a, b in
      let (left, right) = (rank(a.element), rank(b.element))
      return left == right ? a.offset < b.offset : left < right
    }.map(\.element)
  }
}
