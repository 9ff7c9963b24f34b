import Foundation
import LinkageCore
import LinkageScenario
import Testing

@Suite("The bundled journeys")
struct BundledScenariosTests {
  static let files = Repository.scenarios.map(Repository.yaml) ?? []

  static func inputs(_ kind: FileKind) -> [SourceInput] {
    files.compactMap { file in
      guard let text = Repository.text(file), ScenarioDiscovery.kind(of: text) == kind else {
        return nil
      }
      return SourceInput(path: path(of: file), text: text)
    }
  }

  /// As seen from the folder of the journeys.
  private static func path(of file: URL) -> String {
    let folder = Repository.scenarios?.path ?? ""
    return String(file.path.dropFirst(folder.count + 1))
  }

  private static func text(at path: String) -> String? {
    Repository.scenarios.flatMap { Repository.text($0.appending(path: path)) }
  }

  @Test(
    "all load without a problem against their contract and each target",
    .enabled(if: !inputs(.scenario).isEmpty), arguments: inputs(.target).map(\.path))
  func load(_ target: String) {
    let problems = Loading.problems { () throws(Diagnostics) -> Plan in
      try PlanLoader.load(
        PlanRequest(
          scenarios: Self.inputs(.scenario), contract: Self.inputs(.contract).first,
          target: Self.inputs(.target).first { $0.path == target }, file: Self.text,
          functions: TestFunctions.all))
    }
    #expect(problems == [])
  }
}
