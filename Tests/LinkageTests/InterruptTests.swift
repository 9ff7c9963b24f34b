import Foundation
import Testing

@Suite("Ctrl-C")
struct InterruptTests {
  @Test(
    "stops the run, cleans up, and reports what there is",
    arguments: [(SIGINT, 130), (SIGTERM, 143)])
  func interrupted(signal: Int32, code: Int) async throws {
    let folder = try Folder()
    try folder.copySuite()
    try folder.change("scenarios/contract.yaml", "within: 10s", to: "within: 1h")
    let mocks = try await Mocks(in: folder, ["--link-down"])
    try folder.write(mocks.target(), to: "scenarios/targets/other.yaml")
    let running = try Running(["run", "scenarios", "--target", "other"], in: folder)
    try await eventually("a probe") { try folder.storedEvents >= 10 }
    running.send(signal)
    let result = await running.result()
    #expect(result.code == Int32(code))
    #expect(result.output.contains("INTERRUPTED") || result.output.contains("interrupted"))
    #expect(try folder.read("results/latest/junit.xml").contains("</testsuites>"))
    let results = try Results(folder)
    #expect(results.text.contains("web.deleteMember"), "what was begun is cleaned up")
  }

  @Test("ends the mocks and says what was left on the link")
  func mocks() async throws {
    let folder = try Folder()
    let mocks = try await Mocks(in: folder)
    mocks.send(SIGINT)
    let result = await mocks.result()
    #expect(result.code == 0)
    #expect(result.output.contains("Stopped"))
  }
}
