package import LinkageCore

/// Turns the texts of scenarios, contract and target into a plan.
package enum PlanLoader {
  /// Reads nothing but the request. Throws every problem of all files at once, in the order of
  /// the files: contract, target and those it extends, scenarios.
  package static func load(_ request: PlanRequest) throws(Diagnostics) -> Plan {
    let load = PlanLoad(request)
    let plan = load.plan()
    let problems = load.problems.sorted(by: load.sources.map(\.path))
    guard problems.isEmpty else {
      throw Diagnostics(problems: problems, sources: load.sources)
    }
    return plan
  }
}
