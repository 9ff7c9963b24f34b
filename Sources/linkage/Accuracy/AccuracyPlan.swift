import CEL
import LinkageCore
import LinkageFunctions
import LinkageScenario

/// The bundled journey that accuracy is proved with, loaded as every journey is.
struct AccuracyPlan {
  /// How the reads of a probe follow each other.
  enum Pace {
    /// As in every run: ever less often, so far apart at least.
    case growing(Nanoseconds)
    /// Always so far apart.
    case fixed(Nanoseconds)
  }

  /// One journey at one pace.
  struct Sample {
    var number: Int
    var pace: Pace
  }

  private let plan: Plan

  /// - Parameter addresses: where the mocks are, by the names of the target's platforms.
  init(addresses: [String: String]) throws(Stop) {
    func file(_ path: String) -> SourceInput {
      SourceInput(path: BundledFiles.prefix + path, text: BundledFiles.text(path) ?? "")
    }
    do throws(Diagnostics) {
      plan = try PlanLoader.load(
        PlanRequest(
          scenarios: [file("mocks/accuracy.yaml")], contract: file("scenarios/contract.yaml"),
          target: file("scenarios/targets/mock.yaml"), bases: addresses,
          functions: HostFunctions.all))
    } catch {
      throw .invalid(error)
    }
  }

  /// How many writes one journey measures.
  var writes: Int { plan.scenarios.flatMap(\.steps).count(where: \.isMeasured) }

  /// - Parameter samples: their numbers make them different members with different reads.
  func plan(of samples: [Sample]) -> Plan {
    var result = plan
    result.scenarios = []
    result.outline.cases = []
    for sample in samples {
      for (scenario, outlined) in zip(plan.scenarios, plan.outline.cases) {
        var outlined = outlined
        outlined.sample = sample.number
        result.scenarios.append(
          scenario.with(
            sample: sample.number, steps: scenario.steps.map { $0.reading(at: sample.pace) }))
        result.outline.cases.append(outlined)
      }
    }
    return result
  }
}

extension Step {
  fileprivate func reading(at pace: AccuracyPlan.Pace) -> Step {
    guard isMeasured, var sync else { return self }
    switch pace {
    case .growing(let spacing): sync.spacing = spacing
    case .fixed(let spacing):
      sync.spacing = spacing
      sync.growth = 0
    }
    return with(sync: sync)
  }

  /// Whether its latency counts: what waits for points, not for the member itself.
  fileprivate var isMeasured: Bool {
    sync != nil && operations.contains { $0.name.hasSuffix(".points") }
  }
}
