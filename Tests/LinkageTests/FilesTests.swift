import Foundation
import Testing

@Suite("The files of a suite")
struct FilesTests {
  /// How a file may begin so that nobody can tell what it is.
  static let strange = [
    "scenaro: x\nsteps: []\n", "Scenario: x\nsteps: []\n", "scenario： x\nsteps: []\n",
    " scenario: x\n steps: []\n", "", "# nothing but this\n", "- scenario: x\n", "just words\n",
  ]

  @Test(
    "a file in a folder whose kind cannot be told is refused", arguments: strange,
    ["run", "validate", "list", "explain"])
  func unknownKind(text: String, command: String) async throws {
    let folder = try Folder()
    try folder.copySuite()
    try folder.write(text, to: "scenarios/points/mine.yaml")
    let run = try await Binary.run([command], in: folder)
    #expect(run.code == 2)
    #expect(run.errors.contains("scenarios/points/mine.yaml"), "\(run.errors)")
    #expect(run.errors.contains("move "), "\(run.errors)")
    #expect(run.errors.contains("1 problem"), "\(run.errors)")
  }

  @Test("a file that is not UTF-8 is told with the first byte that is not")
  func encodings() async throws {
    let text = "scenario: x\ntitle: 会员\nsteps: []\n"
    let utf16 = try #require(text.data(using: .utf16LittleEndian))
    let files: [(Data, String, String)] = [
      (Data("scenario: x\ntitle: ".utf8) + Data([0xBB, 0xE1, 0xD4, 0xB1]), "offset 19", "GBK"),
      (Data([0xFF, 0xFE]) + utf16, "offset 0", "UTF-16"), (utf16, "offset 1", "UTF-16"),
      (Data([0x61, 0xFF, 0x00, 0x80]), "offset 1", "UTF-8"),
    ]
    for (bytes, place, name) in files {
      let folder = try Folder()
      try folder.write("scenario: ok\nsteps: [{ id: a, use: f.yaml }]\n", to: "ok.yaml")
      try folder.write("target: t\nextends: f.yaml\nplatforms: {}\n", to: "t.yaml")
      try bytes.write(to: folder.url.appendingPathComponent("f.yaml"))
      for arguments in [["."], ["f.yaml"], ["ok.yaml"], ["ok.yaml", "--target", "t.yaml"]] {
        let run = try await Binary.run(["validate"] + arguments, in: folder)
        #expect(run.code == 2)
        for part in ["f.yaml", "not UTF-8", place, name] {
          #expect(run.errors.contains(part), "\(arguments): \(run.errors)")
        }
      }
    }
  }

  /// A suite whose contract is another than the bundled one.
  private static func foreign() throws -> Folder {
    let folder = try Folder()
    try folder.write(
      """
      contract: linkage/v1
      platforms: { web: {} }
      operations: { web.pay: { in: { cents: int } } }
      """, to: "scenarios/contract.yaml")
    try folder.write(
      "scenario: pay\nsteps:\n  - { id: pay, do: web.pay, with: { cents: 5 } }\n",
      to: "scenarios/pay.yaml")
    try folder.write(
      """
      target: staging
      platforms: { web: { base: "http://127.0.0.1:1" } }
      operations: { web.pay: { post: /pay, json: { cents: "${with.cents}" } } }
      """, to: "scenarios/targets/staging.yaml")
    return folder
  }

  @Test("a suite of other operations than the mocks' asks for its target, once")
  func foreignContract() async throws {
    let folder = try Self.foreign()
    let run = try await Binary.run(["validate"], in: folder)
    #expect(run.code == 2)
    #expect(run.errors.contains("no --target was given") && run.errors.contains("1 problem"))
    #expect(run.errors.contains("`--target staging`"), "\(run.errors)")
    #expect(!run.errors.contains("bundled:"), "\(run.errors)")
    let right = try await Binary.run(["validate", "--target", "staging"], in: folder)
    #expect(right.code == 0, "\(right.errors)")
    try folder.change("scenarios/pay.yaml", "cents: 5", to: "cent: 5")
    let wrong = try await Binary.run(["validate"], in: folder)
    #expect(wrong.errors.contains("no --target was given") && wrong.errors.contains("`cent`"))
  }

  @Test("a run of the bundled suite for want of another says so")
  func bundled() async throws {
    let folder = try Folder()
    let run = try await Binary.run(["run", "--tag", "smoke"], in: folder)
    #expect(run.errors.contains("no folder `scenarios` here: running the bundled suite"))
    let chinese = try await Binary.run(["run", "--tag", "smoke", "--lang", "zh"], in: folder)
    #expect(chinese.errors.contains("此处没有 `scenarios` 文件夹"), "\(chinese.errors)")
    try folder.copySuite()
    let own = try await Binary.run(["run", "--tag", "smoke"], in: folder)
    #expect(!own.errors.contains("no folder"))
  }

  @Test("what is named to run and is no scenario is told for what it is")
  func otherKinds() async throws {
    let folder = try Self.foreign()
    try folder.write("flow: f\nsteps: [{ do: web.pay, with: { cents: 1 } }]\n", to: "f.yaml")
    let target = ["--contract", "scenarios/contract.yaml", "--target", "staging"]
    let flow = try await Binary.run(["run", "f.yaml"] + target, in: folder)
    #expect(flow.code == 5)
    #expect(flow.errors.contains("flow") && flow.errors.contains("use:"), "\(flow.errors)")
    let wrong = try await Binary.run(["run", "scenarios/targets/staging.yaml"], in: folder)
    #expect(wrong.code == 5)
    #expect(wrong.errors.contains("only: target"), "\(wrong.errors)")
    #expect(wrong.errors.contains("--target"), "\(wrong.errors)")
  }

  @Test("links back to a folder are not followed", .timeLimit(.minutes(1)))
  func circles() async throws {
    let folder = try Folder()
    try folder.write(Self.hello, to: "suite/hello.yaml")
    for name in ["one", "two"] {
      try FileManager.default.createSymbolicLink(
        atPath: folder.url.appendingPathComponent("suite/\(name)").path,
        withDestinationPath: ".")
    }
    let run = try await Binary.run(["validate", "suite", "--lang", "en"], in: folder)
    #expect(run.code == 0, "\(run.errors)")
    #expect(run.output.contains("1 scenario"))
  }

  @Test("a JUnit file that is a link is written through, and stays one")
  func link() async throws {
    let folder = try Folder()
    try folder.copySuite()
    try folder.write("old", to: "real.xml")
    let link = folder.url.appendingPathComponent("link.xml").path
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "real.xml")
    let run = try await Binary.run(["run", "--junit", "link.xml"], in: folder)
    #expect(run.code == 0, "\(run.errors)")
    #expect(try folder.read("real.xml").contains("</testsuites>"))
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "real.xml")
  }

  private static let hello = """
    scenario: hello
    platforms: { web: "http://127.0.0.1:1" }
    steps: [ { on: web, get: /health } ]
    """
}
