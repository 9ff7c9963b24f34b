package import LinkageCore

/// Finds out what a suite checks of its contract, from the plan alone: nothing runs.
///
/// It tells what a journey looks at, not whether what it expects is right: that takes a system with a
/// defect.
package enum CoverageFinder {
  /// - Parameters:
  ///   - contract: the contract's file.
  ///   - skipped: scenarios that the target cannot run; these check nothing.
  package static func coverage(
    of plan: Plan, contract: String?, skipped: [SuiteCoverage.Skipped]
  ) -> SuiteCoverage {
    let names = Set(skipped.map(\.name))
    var running = Evidence()
    var missing = Evidence()
    var scenarios: [String] = []
    for (scenario, outline) in zip(plan.scenarios, plan.outline.cases) {
      let journey = Journey(scenario, outline, plan.contract)
      if names.contains(scenario.name) {
        missing.add(journey, of: scenario.id)
      } else {
        running.add(journey, of: scenario.id)
        scenarios = scenarios.merging([scenario.id])
      }
    }
    let claims = plan.contract.map(ContractClaims.init)
    func promises(_ claims: [Claim]) -> [SuiteCoverage.Promise] {
      claims.map {
        SuiteCoverage.Promise(
          claim: $0, checkedBy: running.checking[$0] ?? [], skipped: missing.checking[$0] ?? [])
      }
    }
    return SuiteCoverage(
      target: plan.outline.target, contract: plan.contract == nil ? nil : contract,
      scenarios: scenarios, ways: (claims?.links ?? running.links).map(running.way),
      promises: promises(claims?.promises ?? []), errors: promises(claims?.errors ?? []),
      lacking: plan.lacking, skipped: skipped)
  }
}

extension Plan {
  /// Operations of the contract that the target does not do; `nil` where there is no target.
  fileprivate var lacking: [String]? {
    bound.map { bound in
      let bound = Set(bound)
      return (contract?.operations ?? []).map(\.name).filter { !bound.contains($0) }
    }
  }
}

/// Which scenarios check what.
private struct Evidence {
  private(set) var checking: [Claim: [String]] = [:]
  private var waiting: [Link: [String]] = [:]
  private var reading: [Link: [String]] = [:]

  mutating func add(_ journey: Journey, of scenario: String) {
    let ways = WayEvidence(journey)
    for link in ways.waiting { Self.add(scenario, to: &waiting[link, default: []]) }
    for link in ways.reading { Self.add(scenario, to: &reading[link, default: []]) }
    let claims = [
      ways.claims, ReadEvidence(journey).claims, StatusEvidence(journey).claims,
      CallEvidence(journey).claims,
    ]
    for claim in claims.joined() { Self.add(scenario, to: &checking[claim, default: []]) }
  }

  /// The rows of a scenario come one after the other.
  private static func add(_ scenario: String, to list: inout [String]) {
    if list.last != scenario { list.append(scenario) }
  }

  /// Those that journeys go where no contract says which there are.
  var links: [Link] { Set(waiting.keys).union(reading.keys).sorted() }

  func way(of link: Link) -> SuiteCoverage.Way {
    let waiting = waiting[link] ?? []
    return SuiteCoverage.Way(
      link: link, waiting: waiting,
      reading: (reading[link] ?? []).filter { !waiting.contains($0) })
  }
}
