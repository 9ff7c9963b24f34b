import LinkageCore
import LinkageScenario

/// Loads scenarios given as texts, with the surroundings that most tests want.
enum Loading {
  static func plan(
    _ scenarios: String..., contract: String? = nil, target: String? = nil,
    files: [String: String] = [:], environment: [String: String] = [:],
    secrets: [String: String] = [:], bases: [String: String] = [:]
  ) throws(Diagnostics) -> Plan {
    var inputs: [SourceInput] = []
    for (index, text) in scenarios.enumerated() {
      let name = index == 0 ? "scenario.yaml" : "scenario\(index + 1).yaml"
      inputs.append(SourceInput(path: name, text: text))
    }
    return try PlanLoader.load(
      PlanRequest(
        scenarios: inputs,
        contract: contract.map { SourceInput(path: "contract.yaml", text: $0) },
        target: target.map { SourceInput(path: "target.yaml", text: $0) },
        file: { files[$0] }, environment: environment, secrets: secrets, bases: bases,
        functions: TestFunctions.all))
  }

  /// Every problem in the debug form of the golden files.
  static func problems(_ load: () throws(Diagnostics) -> Plan) -> [String] {
    do {
      _ = try load()
      return []
    } catch {
      return error.problems.map { DiagnosticText.line($0) }
    }
  }
}
