import Foundation
import Testing

@Suite("Scenarios with faults")
struct FaultStepTests {
  private static let cut = """
    scenario: cut
    actors: { alice: { phone: "${fake.phone()}", password: "${fake.password()}" } }
    steps:
      - { do: web.register, as: alice }
      - { id: login, do: mini.login, as: alice, sync: { since: 1 web.register } }
      - { id: cut, fault: { link: mini→web, partition: {} } }
      - { id: earn, do: mini.earnPoints, as: alice, with: { amount: 5, reason: game } }
      - { do: web.points, as: alice, expect: [ out.points == 0 ], stays: 300ms }
      - { id: join, heal: cut }
      - { id: there, do: web.points, as: alice, sync: { since: [earn, join] }, expect: [ out.points == 5 ] }
    """

  private static var scenario: String {
    cut.replacingOccurrences(of: "- { do: web.register", with: "- { id: new, do: web.register")
      .replacingOccurrences(of: "since: 1 web.register", with: "since: new, entity: member")
  }

  @Test("run against mocks of their own, beside others that they would disturb")
  func ownMocks() async throws {
    let folder = try Folder()
    try folder.write(Self.scenario, to: "s/cut.yaml")
    let calm = Self.scenario.split(separator: "\n").filter {
      !$0.contains("cut") && !$0.contains("stays")
    }
    try folder.write(
      "scenario: calm\n"
        + calm.joined(separator: "\n").replacingOccurrences(of: "[earn, join]", with: "earn"),
      to: "s/calm.yaml")
    let run = try await Binary.run(["run", "s"], in: folder)
    #expect(run.code == 0, "\(run.errors)\(run.output)")
    let shown = try await Binary.run(["show", "last"], in: folder).output
    let ports = Set(
      shown.matches(of: #/127\.0\.0\.1:(\d+)\/api\/points\/earn/#).map(\.output.1))
    #expect(ports.count == 2, "each has its own mini-program: \(ports)")
  }

  private static func bundled(_ name: String) throws -> String {
    try String(contentsOfFile: "\(Binary.repository)/scenarios/\(name)", encoding: .utf8)
  }

  /// The bundled target at the addresses of mocks that run already.
  private static func target(of mocks: Mocks) throws -> String {
    let ports = ["console": 4700, "web": 4701, "mini": 4702, "wechat": 4703, "counter": 4704]
    return try ports.reduce(bundled("targets/mock.yaml")) { text, port in
      text.replacingOccurrences(
        of: "http://127.0.0.1:\(port.value)", with: mocks.url(port.key))
    }
  }

  @Test("leave nothing broken behind, also after Ctrl-C")
  func interrupted() async throws {
    let folder = try Folder()
    let mocks = try await Mocks(in: folder)
    try folder.write(Self.target(of: mocks), to: "targets/other.yaml")
    try folder.write(Self.bundled("contract.yaml"), to: "contract.yaml")
    let waiting = Self.scenario.replacingOccurrences(of: "stays: 300ms", with: "stays: 1h")
    try folder.write(waiting, to: "cut.yaml")
    let running = try Running(["run", "cut.yaml", "--target", "other"], in: folder)
    let console = mocks.url("console") + "/_admin/v1/faults"
    func types() -> [String]? {
      (SmallClient.get(console)?["faults"] as? [[String: Any]])?.map { $0["type"] as? String ?? "" }
    }
    try await eventually("the fault") { types() == ["partition"] }
    running.send(SIGINT)
    let result = await running.result()
    #expect(result.code == 130)
    #expect(types() == [])
  }

  @Test(
    "are told in plain sentences",
    arguments: [
      ("en", "From now on the link mini→web suffers `partition`.", "What `cut` broke is healed."),
      ("zh", "从此刻起，链路 mini→web 发生 `partition` 故障。", "恢复 `cut` 造成的故障。"),
    ])
  func explained(language: String, fault: String, heal: String) async throws {
    let folder = try Folder()
    try folder.write(Self.scenario, to: "cut.yaml")
    let run = try await Binary.run(["explain", "cut.yaml", "--lang", language], in: folder)
    #expect(run.code == 0, "\(run.errors)")
    #expect(run.output.contains(fault) && run.output.contains(heal), "\(run.output)")
  }

  @Test("are told before anything runs that the mocks have no such fault")
  func unknownKind() async throws {
    let folder = try Folder()
    try folder.write(
      Self.scenario.replacingOccurrences(of: "partition", with: "partitoin"), to: "cut.yaml")
    let run = try await Binary.run(["validate", "cut.yaml"], in: folder)
    #expect(run.code == 2)
    #expect(run.errors.contains("did you mean `partition`?"), "\(run.errors)")
  }

  @Test("are skipped where the target cannot do it, with the reason")
  func skipped() async throws {
    let folder = try Folder()
    try folder.write(
      "target: poor\nplatforms: { web: { base: \"http://127.0.0.1:1\" } }\n",
      to: "targets/poor.yaml")
    try folder.write("scenario: s\nsteps: [ { clock: { advance: 1h } } ]\n", to: "s.yaml")
    let run = try await Binary.run(["run", "s.yaml", "--target", "poor"], in: folder)
    #expect(run.output.contains("the target does not have `clock advance`"), "\(run.output)")
    let all = try await Binary.run(
      ["run", "s.yaml", "--target", "poor", "--require-all"], in: folder)
    #expect(all.code == 2)
    #expect(all.errors.contains("clock: { advance: { do: … } }"), "\(all.errors)")
  }
}
