import LinkageCore

/// The words of `linkage coverage` in one language.
protocol CoverageWords: Sendable {
  var semicolon: String { get }
  /// What the signs in front of the ways mean.
  var legend: String { get }
  var noContract: String { get }
  func head(contract: String?, scenarios: Int, target: String) -> String
  func title(_ section: CoverageSection) -> String
  func list(_ names: [String]) -> String
  /// Who reads, and waits for nothing.
  func reading(_ scenarios: [String]) -> String
  func claim(_ kind: Claim.Kind) -> String
  /// Stands behind what only scenarios check that are skipped.
  func onlySkipped(_ scenarios: [String]) -> String
  func counts(checked: Int, of all: Int) -> String
}

enum CoverageSection {
  case ways, promises, operations, fields
  case errors(missing: Int, of: Int)
  case lacking(target: String)
  case skipped(target: String)
}

extension Language {
  var coverageWords: any CoverageWords {
    self == .chinese ? ChineseCoverageWords() : EnglishCoverageWords()
  }
}
