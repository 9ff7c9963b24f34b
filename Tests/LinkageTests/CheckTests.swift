import Foundation
import Testing

@Suite("linkage check")
struct CheckTests {
  @Test("judges a stored run again with the same result, byte for byte")
  func same() async throws {
    let folder = try Folder()
    try folder.copySuite()
    let run = try await Binary.run(["run"], in: folder)
    #expect(run.code == 0, "\(run.errors)\(run.output)")
    let before = try ["junit.xml", "results.json"].map { try folder.data("results/latest/\($0)") }
    let check = try await Binary.run(["check", "last"], in: folder)
    #expect(check.code == run.code)
    #expect(check.output == run.output)
    let after = try ["junit.xml", "results.json"].map { try folder.data("results/latest/\($0)") }
    #expect(before == after)
  }

  @Test("leaves the run's own reports as they are, unless told to rewrite them")
  func keeps() async throws {
    let folder = try Folder()
    try folder.copySuite()
    _ = try await Binary.run(["run"], in: folder)
    let before = try folder.data("results/latest/junit.xml")
    let check = ["check", "last", "--lang", "zh"]
    _ = try await Binary.run(check + ["--junit", "zh.xml"], in: folder)
    #expect(try folder.data("results/latest/junit.xml") == before)
    #expect(try folder.data("zh.xml") != before)
    _ = try await Binary.run(check + ["--rewrite"], in: folder)
    #expect(try folder.data("results/latest/junit.xml") == folder.data("zh.xml"))
  }

  @Test("a failed run fails again")
  func failed() async throws {
    let folder = try Folder()
    try folder.copySuite()
    try folder.change("scenarios/contract.yaml", "within: 10s", to: "within: 200ms")
    let run = try await Binary.run(["run", "--link-down"], in: folder)
    #expect(run.code == 1)
    let check = try await Binary.run(["check", "--junit", "again.xml"], in: folder)
    #expect(check.code == 1)
    #expect(try folder.data("again.xml") == folder.data("results/latest/junit.xml"))
  }

  @Test("an older run is found by the beginning of its id, and stays the older one")
  func byPrefix() async throws {
    let folder = try Folder()
    try folder.copySuite()
    _ = try await Binary.run(["run"], in: folder)
    let first = try FileManager.default.destinationOfSymbolicLink(
      atPath: folder.url.appendingPathComponent("results/latest").path)
    _ = try await Binary.run(["run"], in: folder)
    let check = try await Binary.run(["check", first], in: folder)
    #expect(check.code == 0, "\(check.errors)\(check.output)")
    #expect(check.output.contains(first))
    let latest = try FileManager.default.destinationOfSymbolicLink(
      atPath: folder.url.appendingPathComponent("results/latest").path)
    #expect(latest != first)
  }

  @Test("a run whose process was killed can still be judged: interrupted")
  func killed() async throws {
    let folder = try Folder()
    try folder.copySuite()
    try folder.change("scenarios/contract.yaml", "within: 10s", to: "within: 1h")
    let running = try Running(["run", "--link-down"], in: folder)
    try await eventually("the first events in the database") { try folder.storedEvents >= 10 }
    running.send(SIGKILL)
    _ = await running.result()
    let check = try await Binary.run(["check", "last"], in: folder)
    #expect(check.code == 130, "\(check.errors)\(check.output)")
    #expect(check.output.contains("web-register-mini-login"))
  }
}
