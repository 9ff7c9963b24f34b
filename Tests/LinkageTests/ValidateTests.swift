import Foundation
import Testing

@Suite("linkage validate and list")
struct ValidateTests {
  /// The bundled suite with a target that lacks paying.
  static func lacking() throws -> Folder {
    let folder = try Folder()
    try folder.copySuite()
    let target = try folder.read("scenarios/targets/mock.yaml")
      .replacing(#/\ \ mini\.pay:\n(\ \ \ \ .*\n)+/#, with: "")
    try folder.write(target, to: "scenarios/targets/part.yaml")
    return folder
  }

  @Test("says in a line what there is, without a request", arguments: ["en", "zh"])
  func valid(language: String) async throws {
    let folder = try Folder()
    try folder.copySuite()
    try folder.write("flow: login\nsteps: [{ do: web.points }]\n", to: "scenarios/flows/login.yaml")
    try folder.write("gate: release\nrules: []\n", to: "scenarios/gate.yaml")
    let run = try await Binary.run(["validate", "--lang", language], in: folder)
    #expect(run.code == 0, "\(run.errors)")
    try Golden.expect(run.output, is: "valid.\(language).txt")
    #expect(!folder.has("results"))
  }

  @Test("checks flows that no scenario uses")
  func flows() async throws {
    let folder = try Folder()
    try folder.copySuite()
    try folder.write("flow: f\nsteps: [{ do: web.pionts }]\n", to: "scenarios/flows/f.yaml")
    let run = try await Binary.run(["validate"], in: folder)
    #expect(run.code == 2)
    #expect(run.errors.contains("web.pionts") && run.errors.contains("did you mean `web.points`"))
  }

  @Test("checks a flow alone, which a run has no use for")
  func flowAlone() async throws {
    let folder = try Folder()
    try folder.write("flow: f\nsteps: [{ do: web.points }]\n", to: "f.yaml")
    let valid = try await Binary.run(["validate", "f.yaml"], in: folder)
    #expect(valid.code == 0, "\(valid.errors)")
    #expect(valid.output.hasPrefix("valid: 0 scenarios, 1 flow, "))
    #expect(try await Binary.run(["run", "f.yaml"], in: folder).code == 5)
    try folder.change("f.yaml", "points", to: "pionts")
    #expect(try await Binary.run(["validate", "f.yaml"], in: folder).code == 2)
  }

  @Test("tells every problem at once, as a run does")
  func invalid() async throws {
    let folder = try Folder()
    try folder.copySuite()
    try folder.change("scenarios/points/points-parity.yaml", "priority: P0", to: "prioritee: P0")
    try folder.change("scenarios/contract.yaml", "within: 10s", to: "within: soon")
    let validated = try await Binary.run(["validate"], in: folder)
    let run = try await Binary.run(["run"], in: folder)
    #expect(validated.code == 2)
    #expect(validated.errors == run.errors)
    #expect(validated.errors.contains("prioritee") && validated.errors.contains("soon"))
  }

  @Test("names what will be skipped, and refuses it when asked for all", arguments: ["en", "zh"])
  func skipped(language: String) async throws {
    let folder = try Self.lacking()
    let arguments = ["--target", "part", "--lang", language]
    let valid = try await Binary.run(["validate"] + arguments, in: folder)
    #expect(valid.code == 0, "\(valid.errors)")
    try Golden.expect(valid.output, is: "skipped.\(language).txt")
    for command in ["validate", "run"] {
      let refused = try await Binary.run([command, "--require-all"] + arguments, in: folder)
      #expect(refused.code == 2)
      #expect(refused.output == "")
      try Golden.expect(refused.errors, is: "require-all.\(language).txt")
    }
    #expect(!folder.has("results"))
    let rest = try await Binary.run(
      ["validate", "scenarios/points", "--require-all"] + arguments, in: folder)
    #expect(rest.code == 0)
  }

  @Test("a target that denies writing lacks what writes")
  func denied() async throws {
    let folder = try Folder()
    try folder.copySuite()
    try folder.write(
      folder.read("scenarios/targets/mock.yaml") + "writes: deny\n",
      to: "scenarios/targets/readonly.yaml")
    let run = try await Binary.run(
      ["validate", "--require-all", "--target", "readonly"], in: folder)
    #expect(run.code == 2)
    #expect(run.errors.contains("web.register"))
  }

  @Test("the list is a table, and says what the target covers", arguments: ["en", "zh"])
  func list(language: String) async throws {
    let run = try await Binary.run(
      ["list", "--target", "part", "--lang", language], in: Self.lacking())
    #expect(run.code == 0, "\(run.errors)")
    try Golden.expect(run.output, is: "list.\(language).txt")
  }

  @Test("the list for programs keeps its keys")
  func json() async throws {
    let run = try await Binary.run(["list", "--json", "--target", "part"], in: Self.lacking())
    try Golden.expect(run.output, is: "list.json")
  }

  @Test("a forgotten target is hinted at where the bundled one does not fit")
  func forgotten() async throws {
    let folder = try Folder()
    try folder.write(
      "scenario: mine\nsteps:\n  - { do: shop.buy }\n", to: "scenarios/mine.yaml")
    for (language, hint) in [("en", "--target FILE"), ("zh", "没有给出 --target")] {
      let run = try await Binary.run(["validate", "--lang", language], in: folder)
      #expect(run.code == 2)
      #expect(run.errors.contains(hint), "\(run.errors)")
    }
    let given = try await Binary.run(["validate", "--target", "mock"], in: folder)
    #expect(!given.errors.contains("--target FILE"))
  }

  @Test("a secret that is missing names the variable to set")
  func secret() async throws {
    let folder = try Folder()
    try folder.write(
      """
      scenario: s
      platforms: { web: "http://${secret.HOST}" }
      steps: [{ on: web, get: / }]
      """, to: "s.yaml")
    for language in ["en", "zh"] {
      let run = try await Binary.run(["validate", "s.yaml", "--lang", language], in: folder)
      #expect(run.code == 2)
      #expect(run.errors.contains("LINKAGE_SECRET_HOST"))
    }
  }

  @Test("an address that cannot be one is an invalid file, not an unreachable target")
  func port() async throws {
    let folder = try Folder()
    try folder.write(
      "scenario: s\nplatforms: { web: 'http://127.0.0.1:58O2' }\nsteps: [{ on: web, get: / }]\n",
      to: "s.yaml")
    let run = try await Binary.run(["run", "s.yaml"], in: folder)
    #expect(run.code == 2)
    #expect(run.errors.contains("58O2"))
  }
}

@Suite("linkage schema")
struct SchemaTests {
  static let kinds = ["contract", "flow", "gate", "scenario", "target"]

  @Test("prints the schema of each kind", arguments: kinds)
  func schema(kind: String) async throws {
    let run = try await Binary.run(["schema", kind], in: Folder())
    #expect(run.code == 0)
    let json = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    #expect(json?["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
    let path = Binary.repository + "/scenarios/schema/\(kind).schema.json"
    #expect(try run.output == String(contentsOfFile: path, encoding: .utf8))
  }

  @Test("lists the kinds and how an editor takes them", arguments: ["en", "zh"])
  func overview(language: String) async throws {
    let run = try await Binary.run(["schema", "--lang", language], in: Folder())
    #expect(run.code == 0)
    for kind in Self.kinds { #expect(run.output.contains("linkage schema \(kind)")) }
    #expect(run.output.contains("# yaml-language-server: $schema="))
    let settings = run.output[(run.output.firstIndex(of: "{") ?? run.output.startIndex)...]
    let json = try JSONSerialization.jsonObject(with: Data(settings.utf8)) as? [String: Any]
    #expect((json?["yaml.schemas"] as? [String: Any])?.count == 5)
  }

  @Test("writes them all into a folder")
  func output() async throws {
    let folder = try Folder()
    let run = try await Binary.run(["schema", "--output", "a/b"], in: folder)
    #expect(run.code == 0)
    for kind in Self.kinds { #expect(folder.has("a/b/\(kind).schema.json")) }
    try folder.write("a file", to: "taken")
    let refused = try await Binary.run(["schema", "--output", "taken"], in: folder)
    #expect(refused.code == 6)
    #expect(refused.errors.contains("taken"))
  }

  @Test("a kind that is none suggests the right one")
  func unknown() async throws {
    let run = try await Binary.run(["schema", "scenarios"], in: Folder())
    #expect(run.code == 2)
    #expect(run.errors.contains("did you mean `scenario`?"))
  }
}
