package import LinkageCore

/// A system that is there for one scenario alone.
package struct OwnSystem: Sendable {
  package typealias Opening = @Sendable (Scenario) async -> OwnSystem

  /// The scenario as it speaks to that system.
  package var scenario: Scenario
  /// Why there is none.
  package var problem: String?
  package var close: @Sendable () async -> Void

  package init(
    scenario: Scenario, problem: String? = nil, close: @escaping @Sendable () async -> Void = {}
  ) {
    self.scenario = scenario
    self.problem = problem
    self.close = close
  }
}
