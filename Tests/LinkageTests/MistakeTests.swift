import Foundation
import Testing

@Suite("What a user gets wrong")
struct MistakeTests {
  private static let hello = """
    scenario: hello
    title: 你好，联动
    platforms: { web: "http://127.0.0.1:1" }
    steps:
      - id: page
        on: web
        get: /health

    """

  /// Name of the golden file, the files of the folder, the arguments and the exit code.
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var files: [String: String] = [:]
    var arguments: [String] = ["run", "s.yaml"]
    var code: Int32 = 2
    var testDescription: String { name }
  }

  static let cases = [
    Case(
      name: "unknown-key",
      files: ["s.yaml": hello + "    expects: [ http.status == 200 ]\n"]),
    Case(
      name: "unknown-operation",
      files: [
        "s.yaml": """
        scenario: typo
        title: 中文标题在前
        actors: { alice: { phone: "13800000001", password: "secret-1" } }
        steps:
          - { id: register, do: web.regster, as: alice }
        """
      ]),
    Case(name: "missing-file", arguments: ["run", "nowhere.yaml"]),
    Case(
      name: "missing-target", files: ["s.yaml": hello],
      arguments: ["run", "s.yaml", "--target", "stagin"]),
    Case(name: "invalid-yaml", files: ["s.yaml": "scenario: x\nsteps:\n  - { id: a, on: web\n"]),
    Case(
      name: "expression",
      files: ["s.yaml": hello + "    expect: [ http.status = 200 ]\n"]),
    Case(
      name: "quotes",
      files: ["s.yaml": hello + "    expect: !has(http.body.x)\n"]),
    Case(name: "unreachable", files: ["s.yaml": hello], code: 4),
    Case(
      name: "faults-need-mocks", files: ["s.yaml": hello],
      arguments: ["run", "s.yaml", "--link-latency", "300ms"]),
    Case(name: "no-such-run", arguments: ["check", "2020"]),
    Case(name: "unknown-option", arguments: ["run", "--tagret", "x"]),
    Case(
      name: "several",
      files: [
        "s.yaml": hello.replacingOccurrences(of: "    on: web\n", with: "    on: wbe\n")
          + "    expect: [ htpp.status == 200, pge.out.x == 1 ]\n"
      ]),
  ]

  @Test("is told with its place and a next step", arguments: cases)
  func told(example: Case) async throws {
    let folder = try Folder()
    for (name, text) in example.files { try folder.write(text, to: name) }
    let run = try await Binary.run(example.arguments, in: folder)
    #expect(run.code == example.code)
    #expect(run.output == "")
    try Golden.expect(run.errors, is: "\(example.name).txt")
    #expect(!folder.has("results/latest"), "nothing half-done is left")
  }

  @Test("is told in Chinese", arguments: cases)
  func toldInChinese(example: Case) async throws {
    let folder = try Folder()
    for (name, text) in example.files { try folder.write(text, to: name) }
    let run = try await Binary.run(
      example.arguments, in: folder, environment: ["LANG": "zh_CN.UTF-8"])
    #expect(run.code == example.code)
    try Golden.expect(run.errors, is: "\(example.name).zh.txt")
  }

  @Test("a pipe, a device and an endless file are refused, and nothing waits for them")
  func specialFiles() async throws {
    let folder = try Folder()
    try #require(mkfifo(folder.url.appendingPathComponent("pipe.yaml").path, 0o600) == 0)
    for path in ["pipe.yaml", "/dev/zero", "."] {
      let run = try await Binary.run(["run", path], in: folder)
      #expect(run.code == 2, "\(path)")
      #expect(run.errors.contains("regular file"), "\(path): \(run.errors)")
    }
  }

  @Test("a message that quotes a secret hides it")
  func secrets() async throws {
    let folder = try Folder()
    try folder.write(Self.hello, to: "s.yaml")
    for secret in ["hunter2Zecret", "p@ssw0rd/s", "with blank"] {
      try folder.change(
        "s.yaml", folder.read("s.yaml"),
        to: Self.hello.replacingOccurrences(
          of: "http://127.0.0.1:1", with: "http://bob:${secret.K}@127.0.0.1:1"))
      let run = try await Binary.run(
        ["run", "s.yaml"], in: folder, environment: ["LINKAGE_SECRET_K": secret])
      #expect([2, 4].contains(run.code), "\(run.errors)")
      #expect(!run.errors.contains(secret.suffix(8)), "\(run.errors)")
    }
  }

  @Test("a port in use names its owner")
  func portInUse() async throws {
    let folder = try Folder()
    let mocks = try await Mocks(in: folder)
    let port = mocks.url("web").split(separator: ":").last.map(String.init) ?? ""
    let second = try await Binary.run(["mock", "--only", "web", "--port", port], in: folder)
    #expect(second.code == 4)
    try Golden.expect(
      second.errors.replacingOccurrences(of: port, with: "PORT")
        .replacingOccurrences(of: #"pid \d+"#, with: "pid PID", options: .regularExpression),
      is: "port-in-use.txt")
  }

  @Test("a results folder that cannot be written ends the run before it starts")
  func results() async throws {
    let folder = try Folder()
    try folder.write("a file, not a folder", to: "results")
    let run = try await Binary.run(["run"], in: folder)
    #expect(run.code == 6)
    try Golden.expect(run.errors, is: "results-not-writable.txt")
  }

  @Test("a report that cannot be written is told, and the others are there")
  func report() async throws {
    let folder = try Folder()
    try folder.copySuite()
    try folder.write("a file", to: "taken")
    let run = try await Binary.run(["run", "--junit", "taken/junit.xml"], in: folder)
    #expect(run.code == 6)
    #expect(folder.has("results/latest/junit.xml"))
    #expect(folder.has("results/latest/results.json"))
    #expect(run.errors.contains("taken"))
  }
}
