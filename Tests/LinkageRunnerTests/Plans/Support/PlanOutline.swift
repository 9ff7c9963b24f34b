import LinkageCore
import LinkageScenario

/// The outline of a plan made by hand, by the means of those that are loaded.
enum PlanOutline {
  static func outline(of scenarios: [Scenario]) -> Outline {
    Outline(
      target: "tiny", platforms: [],
      cases: scenarios.map { scenario in
        Outline.Case(
          id: scenario.id, place: scenario.place, title: scenario.title, priority: nil, tags: [],
          row: scenario.row?.label, sample: scenario.sample, actors: [],
          steps: OutlineSteps(contract: nil).all(scenario.steps))
      }, entities: [], sources: [])
  }
}
