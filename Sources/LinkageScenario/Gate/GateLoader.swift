package import LinkageCore

/// The names that a gate may use, as far as they are known.
package struct GateNames: Sendable {
  /// Of the contract; empty without one, and then any may be meant.
  package var entities: [String]
  /// Empty where they are not known.
  package var platforms: [String]
  /// All of the suite; `nil` where only a part of it is at hand.
  package var scenarios: [String]?

  package init(entities: [String], platforms: [String], scenarios: [String]? = nil) {
    self.entities = entities
    self.platforms = platforms
    self.scenarios = scenarios
  }

  /// Those of a plan or of a stored run.
  package init(_ outline: Outline, scenarios: [String]? = nil) {
    self.init(
      entities: outline.entities.map(\.name), platforms: outline.platforms.map(\.name),
      scenarios: scenarios)
  }
}

/// Turns the text of a gate file into a gate.
package enum GateLoader {
  /// Throws every problem of the file at once.
  package static func load(
    _ file: SourceInput, knowing names: GateNames
  ) throws(Diagnostics) -> Gate {
    let problems = ProblemList()
    let document = DocumentReader(
      SourceText(path: file.path, text: file.text), problems: problems)
    let gate = document.root(of: .gate).flatMap {
      GateReader(reader: document.reader, names: names).gate($0)
    }
    guard let gate, problems.diagnostics.isEmpty else {
      throw Diagnostics(problems: problems.sorted(by: [file.path]), sources: [file.file])
    }
    return gate
  }
}
