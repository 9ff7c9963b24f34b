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
      entities: contract?.entities ?? [], sources: sources)
  }

  /// Those with an address, in the order of the contract, then of the target.
  private func platforms() -> [Outline.Platform] {
    var bases: [String: String] = [:]
    var names = contract?.platforms.map(\.name) ?? []
    for platform in scenarios.flatMap(\.target.platforms) where bases[platform.name] == nil {
      bases[platform.name] = platform.base
      names = names.merging([platform.name])
    }
    return names.compactMap { name in
      bases[name].map { base in
        Outline.Platform(
          name: name, title: title(name), base: BaseAddress.withoutUser(base))
      }
    }
  }

  private func title(_ platform: String) -> LocalizedText {
    target?.platforms.first { $0.name == platform }?.title
      ?? contract?.platforms.first { $0.name == platform }?.title ?? LocalizedText(platform)
  }

  private func `case`(_ scenario: Scenario) -> Outline.Case {
    let own = scenario.actors.map(\.name)
    let platforms = Dictionary(
      scenario.steps.map { ($0.id, $0.operation.platform) }, uniquingKeysWith: { first, _ in first }
    )
    return Outline.Case(
      id: scenario.id, place: scenario.place, title: scenario.title, priority: scenario.priority,
      tags: scenario.tags, actors: own.merging(scenario.steps.compactMap(\.actor)),
      steps: scenario.steps.map { step($0, platforms: platforms) })
  }

  private func step(_ step: Step, platforms: [String: String]) -> Outline.Step {
    let operation = step.operation
    return Outline.Step(
      id: step.id, place: step.place, operation: operation.name, platform: operation.platform,
      actor: step.actor, isWrite: operation.isWrite, reads: operation.reads,
      writes: operation.writes, expectations: expectations(step),
      sync: step.sync.map { sync($0, to: operation.platform, platforms: platforms) },
      fails: step.fails, mayFail: step.mayFail, isSoft: step.isSoft, isFinally: step.isFinally)
  }

  /// `until`, then `expect`: the order in which a run evaluates them.
  private func expectations(_ step: Step) -> [Outline.Expectation] {
    func expectation(_ located: Located, isUntil: Bool) -> Outline.Expectation {
      Outline.Expectation(
        text: located.expression.source, place: located.place, isUntil: isUntil)
    }
    return (step.sync?.until ?? []).map { expectation($0, isUntil: true) }
      + step.expect.map { expectation($0, isUntil: false) }
  }

  private func sync(
    _ sync: Sync, to platform: String, platforms: [String: String]
  ) -> Outline.Sync {
    let entity = contract?.entities.first { $0.name == sync.entity }
    let from = sync.since.last.flatMap { platforms[$0] } ?? platform
    return Outline.Sync(
      since: sync.since, link: Link(entity: sync.entity, from: from, to: platform),
      within: sync.within, slo: sync.slo, promised: entity?.slo, hold: sync.hold)
  }
}
