import CEL
import LinkageCore

/// Makes from a plan what a stored run remembers of it.
struct OutlineBuilder {
  let target: TargetModel?
  let contract: Contract?
  let scenarios: [Scenario]
  let sources: [SourceFile]

  func outline() -> Outline {
    Outline(
      target: target?.name ?? TargetModel.noName, platforms: platforms(),
      cases: scenarios.map(self.case),
      entities: contract?.entities ?? [], sources: sources,
      sights: contract.flatMap { $0.actors.isEmpty ? nil : $0.actors })
  }

  /// Those with an address, in the order of the contract, then of the target.
  private func platforms() -> [Outline.Platform] {
    var known: [String: Target.Platform] = [:]
    var names = contract?.platforms.map(\.name) ?? []
    for platform in scenarios.flatMap(\.target.platforms) where known[platform.name] == nil {
      known[platform.name] = platform
      names = names.merging([platform.name])
    }
    return names.compactMap { name in
      known[name].map { platform in
        Outline.Platform(
          name: name, title: title(name), base: URLAuthority.withoutUser(platform.base),
          connection: ConnectionOutline(platform.connection.settings),
          keepsCookies: platform.keepsCookies)
      }
    }
  }

  private func title(_ platform: String) -> LocalizedText {
    target?.platforms.first { $0.name == platform }?.title
      ?? contract?.platforms.first { $0.name == platform }?.title ?? LocalizedText(platform)
  }

  private func `case`(_ scenario: Scenario) -> Outline.Case {
    let own = scenario.actors.map(\.name)
    let used = scenario.allSteps.compactMap(\.actor)
    return Outline.Case(
      id: scenario.id, place: scenario.place, title: scenario.title, priority: scenario.priority,
      tags: scenario.tags, row: scenario.row?.label, sample: scenario.sample,
      actors: own.merging(used),
      steps: OutlineSteps(contract: contract).all(scenario.steps))
  }
}
