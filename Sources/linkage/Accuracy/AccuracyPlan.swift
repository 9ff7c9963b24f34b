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
          functions: HostFunctions.all(seed: 0, name: "")))
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
        var (scenario, outlined) = (scenario, outlined)
        scenario.sample = sample.number
        outlined.sample = sample.number
        scenario.read(at: sample.pace)
        result.scenarios.append(scenario)
        result.outline.cases.append(outlined)
      }
    }
    return result
  }
}

extension Scenario {
  fileprivate mutating func read(at pace: AccuracyPlan.Pace) {
    for index in steps.indices where steps[index].isMeasured {
      switch pace {
      case .growing(let spacing): steps[index].sync?.spacing = spacing
      case .fixed(let spacing):
        steps[index].sync?.spacing = spacing
        steps[index].sync?.growth = 0
      }
    }
  }
}

extension Step {
  /// Whether its latency counts: what waits for points, not for the member itself.
  fileprivate var isMeasured: Bool {
    sync != nil && operations.contains { $0.name.hasSuffix(".points") }
  }
}
