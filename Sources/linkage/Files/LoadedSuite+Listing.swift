import LinkageCore
import LinkageReport

extension LoadedSuite {
  var listing: SuiteListing {
    SuiteListing(
      target: plan.outline.target,
      entries: zip(plan.scenarios, plan.outline.cases).map { scenario, outline in
        SuiteListing.Entry(
          outline: outline, platforms: platforms(of: scenario),
          obstacles: scenario.obstacles.map(\.problem))
      })
  }

  /// Those whose operations it does, in the order of the contract.
  private func platforms(of scenario: Scenario) -> [String] {
    let used = Set(scenario.allSteps.flatMap(\.operations).map(\.platform))
    let known = plan.outline.platforms.map(\.name)
    return known.filter(used.contains) + used.subtracting(known).sorted()
  }
}
