package import LinkageCore

/// What a suite holds and what a target covers of it.
package struct SuiteListing: Sendable {
  package var target: String
  package var entries: [Entry]

  /// One scenario, or one row of its matrix.
  package struct Entry: Sendable {
    package var outline: Outline.Case
    package var platforms: [String]
    /// What keeps it from running on the target; empty when it runs.
    package var obstacles: [Problem]

    package init(outline: Outline.Case, platforms: [String], obstacles: [Problem]) {
      self.outline = outline
      self.platforms = platforms
      self.obstacles = obstacles
    }

    /// The ways of changes that it measures, each once.
    var links: [Link] {
      outline.steps.compactMap(\.sync?.link).reduce(into: []) { links, link in
        if !links.contains(link) { links.append(link) }
      }
    }

    /// The operations that the target lacks.
    package var lacks: [String] {
      obstacles.compactMap { if case .notOnTarget(let name, _) = $0 { name } else { nil } }
    }

    /// The operations that write where the target denies it.
    package var denied: [String] {
      obstacles.compactMap { if case .writesDenied(let name, _) = $0 { name } else { nil } }
    }
  }

  package init(target: String, entries: [Entry]) {
    self.target = target
    self.entries = entries
  }

  package var skipped: [Entry] { entries.filter { !$0.obstacles.isEmpty } }
}
