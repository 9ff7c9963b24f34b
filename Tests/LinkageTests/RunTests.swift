import Foundation
import Testing

@Suite("linkage run")
struct RunTests {
  @Test("the bundled suite in the repository is what the binary carries")
  func repositorySuite() async throws {
    let folder = try Folder()
    try folder.copySuite()
    let run = try await Binary.run(["run", "--lang", "zh"], in: folder)
    #expect(run.code == 0, "\(run.errors)\(run.output)")
    #expect(run.output.contains("小程序下单"))
  }

  @Test("a copy of the JUnit file goes where a CI wants it")
  func junitCopy() async throws {
    let folder = try Folder()
    try folder.copySuite()
    let run = try await Binary.run(["run", "--junit", "out/ci.xml"], in: folder)
    #expect(run.code == 0, "\(run.errors)\(run.output)")
    #expect(try folder.data("out/ci.xml") == folder.data("results/latest/junit.xml"))
  }

  @Test("a run that cannot begin leaves no older JUnit copy behind")
  func staleCopy() async throws {
    let folder = try Folder()
    try folder.copySuite()
    #expect(try await Binary.run(["run", "--junit", "ci.xml"], in: folder).code == 0)
    #expect(folder.has("ci.xml"))
    try folder.write(
      """
      scenario: gone
      platforms: { web: "http://127.0.0.1:1" }
      steps: [{ id: page, on: web, get: / }]
      """, to: "gone.yaml")
    #expect(try await Binary.run(["run", "gone.yaml", "--junit", "ci.xml"], in: folder).code == 4)
    #expect(!folder.has("ci.xml"))
  }

  @Test("with the link down fails, says so, and names it NotSynced")
  func linkDown() async throws {
    let folder = try Folder()
    try folder.copySuite()
    try folder.change("scenarios/contract.yaml", "within: 10s", to: "within: 400ms")
    // However slow the machine is, what was not seen is not also too late.
    try folder.change("scenarios/contract.yaml", "slo: 1s", to: "slo: 59s")
    let run = try await Binary.run(
      ["run", "scenarios", "--target", "mock", "--link-down", "--parallel", "1"], in: folder)
    #expect(run.code == 1)
    #expect(try folder.read("results/latest/junit.xml").contains("type=\"NotSynced\""))
    try Golden.expect(Golden.steady(run.output), is: "link-down.txt")
  }

  @Test("with the link down fails in Chinese, too")
  func linkDownInChinese() async throws {
    let folder = try Folder()
    try folder.copySuite()
    try folder.change("scenarios/contract.yaml", "within: 10s", to: "within: 400ms")
    // However slow the machine is, what was not seen is not also too late.
    try folder.change("scenarios/contract.yaml", "slo: 1s", to: "slo: 59s")
    let run = try await Binary.run(
      [
        "run", "scenarios/members", "--target", "mock", "--contract", "scenarios/contract.yaml",
        "--link-down", "--lang", "zh",
      ], in: folder)
    #expect(run.code == 1)
    try Golden.expect(Golden.steady(run.output), is: "link-down.zh.txt")
  }

  @Test("a wrong field is told with the values of its parts")
  func wrongField() async throws {
    let folder = try Folder()
    try folder.copySuite()
    try folder.change(
      "scenarios/orders/mini-order-web-lookup.yaml",
      "out.amount == order.out.amount\n      - out.items",
      to: "out.amount == order.out.amount + 1\n      - out.items")
    let run = try await Binary.run(
      ["run", "scenarios/orders", "--target", "mock", "--seed", "42"], in: folder)
    #expect(run.code == 1)
    #expect(try folder.read("results/latest/junit.xml").contains("type=\"FieldMismatch\""))
    try Golden.expect(Golden.steady(run.output), is: "wrong-field.txt")
  }

  @Test("latency added to the link is inside every interval that it decides")
  func linkLatency() async throws {
    let folder = try Folder()
    try folder.copySuite()
    let run = try await Binary.run(["run", "--link-latency", "300ms"], in: folder)
    #expect(run.code == 0, "\(run.errors)\(run.output)")
    let results = try Results(folder)
    #expect(results.measurements.count >= 7)
    // A change is held 300 ms from its commit, which is after the sending.
    for measurement in results.measurements {
      #expect(try #require(measurement.upper) >= 300, "\(measurement)")
    }
  }

  @Test("the same seed makes up the same people")
  func seed() async throws {
    let folder = try Folder()
    try folder.copySuite()
    for name in ["a", "b"] {
      let run = try await Binary.run(
        ["run", "--seed", "42", "--results", name, "--curl", name + ".sh"], in: folder)
      #expect(run.code == 0)
    }
    let phones = try ["a.sh", "b.sh"].map { try folder.read($0).phones }
    #expect(phones[0] == phones[1] && !phones[0].isEmpty)
  }

  @Test(
    "the scenario of the README needs no other file",
    arguments: ["README.md", "README.zh-CN.md"])
  func readme(name: String) async throws {
    let folder = try Folder()
    let mocks = try await Mocks(in: folder)
    let readme = try String(contentsOfFile: Binary.repository + "/" + name, encoding: .utf8)
    let blocks = readme.components(separatedBy: "```").filter { $0.hasPrefix("yaml\nscenario:") }
    #expect(blocks.count == 1)
    let scenario = try #require(blocks.first).dropFirst("yaml\n".count)
      .replacingOccurrences(of: "http://127.0.0.1:4701", with: mocks.url("web"))
      .replacingOccurrences(of: "http://127.0.0.1:4702", with: mocks.url("mini"))
    #expect(scenario.split(separator: "\n").count == 10)
    try folder.write(scenario, to: "hello.yaml")
    let run = try await Binary.run(["run", "hello.yaml"], in: folder)
    #expect(run.code == 0, "\(run.errors)\(run.output)")
  }

  @Test("every file that the documents point to is there")
  func links() throws {
    let root = URL(fileURLWithPath: Binary.repository)
    let docs = try FileManager.default.contentsOfDirectory(atPath: root.path + "/docs")
      .map { "docs/" + $0 }
    for name in ["README.md", "README.zh-CN.md", "CONTRIBUTING.md"] + docs {
      let file = root.appendingPathComponent(name)
      let text = try String(contentsOf: file, encoding: .utf8)
      for match in text.matches(of: /\]\(([^)#:]+)\)/) {
        let target = file.deletingLastPathComponent().appendingPathComponent(
          String(match.output.1))
        #expect(FileManager.default.fileExists(atPath: target.path), "\(name): \(match.output.1)")
      }
    }
  }
}

extension String {
  fileprivate var phones: Set<String> {
    Set(matches(of: /"phone":"(1[3-9][0-9]{9})"/).map { String($0.output.1) })
  }
}
