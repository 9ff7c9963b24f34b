import Foundation
import LinkageCore
import LinkageFunctions
import LinkageScenario
import Testing

@Suite("What the documents show", .enabled(if: Repository.scenarios != nil))
struct ExamplesTests {
  static let examples = Examples.all.filter { $0.kind != .gate }

  @Test("loads without a problem", arguments: examples)
  func loads(_ example: Examples.Example) {
    let problems = Loading.problems { () throws(Diagnostics) -> Plan in
      try PlanLoader.load(Self.request(example))
    }
    #expect(problems == [], "\(example.name)")
  }

  @Test(
    "gates hold what the bundled contract knows",
    arguments: Examples.all.filter { $0.kind == .gate })
  func gates(_ example: Examples.Example) throws {
    let names = GateNames(
      entities: ["coupon", "member", "order", "points", "stock"], platforms: ["web", "mini"])
    let file = SourceInput(path: "gate.yaml", text: example.text)
    #expect(throws: Never.self) { try GateLoader.load(file, knowing: names) }
  }

  /// A target with a scenario that is content with any; a scenario with the target that is shown
  /// before it in its document, else with the bundled one.
  private static func request(_ example: Examples.Example) -> PlanRequest {
    let anything =
      "scenario: s\nplatforms: { web: \"http://a\" }\nsteps: [ { on: web, get: / } ]\n"
    var target: String?
    var contract: String?
    var flows: [SourceInput] = []
    switch example.kind {
    case .target: target = example.text
    case .contract: contract = example.text
    case .flow: flows = [SourceInput(path: "flow.yaml", text: example.text)]
    case .scenario: target = self.target(before: example)
    case .gate: break
    }
    if target == nil, [.scenario, .flow].contains(example.kind) {
      target = bundled("targets/mock.yaml")
      contract = bundled("contract.yaml")
    }
    return PlanRequest(
      scenarios: [
        SourceInput(
          path: "scenario.yaml", text: example.kind == .scenario ? example.text : anything)
      ],
      contract: contract.map { SourceInput(path: "contract.yaml", text: $0) },
      target: target.map { SourceInput(path: "target.yaml", text: $0) },
      flows: flows, file: { path in file(path, example) },
      bytes: { Array(($0.hasSuffix(".key") ? key : certificate).utf8) },
      environment: ["WEB_URL": "http://w", "WECHAT_URL": "http://x"],
      secrets: ["PROXY": "p"],
      // What others extend may leave the addresses to them.
      bases: example.text.hasPrefix("# base.yaml\n")
        ? ["web": "http://w", "mini": "http://m"] : [:],
      functions: HostFunctions.all)
  }

  private static let certificate = "-----BEGIN CERTIFICATE-----\n"
  private static let key = "-----BEGIN ENCRYPTED PRIVATE KEY-----\n"

  private static func target(before example: Examples.Example) -> String? {
    examples.last {
      $0.document == example.document && $0.line < example.line && $0.kind == .target
    }?.text
  }

  /// The file whose first line is `# PATH` in the same document, the flow of that name in it, or a
  /// bundled target.
  private static func file(_ path: String, _ example: Examples.Example) -> String? {
    let name = path.split(separator: "/").last?.split(separator: ".").first ?? ""
    return examples.last {
      $0.document == example.document
        && ($0.text.hasPrefix("# \(path)\n") || $0.text.hasPrefix("flow: \(name)\n"))
    }?.text ?? bundled("targets/\(path)")
  }

  private static func bundled(_ name: String) -> String? {
    Repository.scenarios.flatMap { Repository.text($0.appending(path: name)) }
  }
}
