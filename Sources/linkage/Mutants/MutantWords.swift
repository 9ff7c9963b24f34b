/// The sentences of `linkage mutants` in one language.
protocol MutantWords: Sendable {
  var comma: String { get }
  func head(version: String, scenarios: Int, kinds: Int, seed: UInt64) -> String
  func healthy(_ took: String) -> String
  func notHealthy(within: String) -> String
  func outOfTime(_ limit: String) -> String
  func column(_ column: MutantColumn) -> String
  func outcome(_ outcome: MutantResult.Outcome) -> String
  func fired(_ count: Int, isWhole: Bool) -> String
  /// What should have noticed it; nothing where nobody may.
  func dueTo(_ names: [String]) -> String
  func more(_ count: Int) -> String
  func count(_ count: Int, _ outcome: MutantResult.Outcome) -> String
  func family(_ family: MutantFamily, count: Int, _ counts: [String]) -> String
  var kept: String { get }
  func missing(_ count: Int) -> String
  func neverFired(isWhole: Bool) -> String
}
