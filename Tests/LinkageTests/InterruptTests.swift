import Foundation
import Synchronization
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
    #expect(result.errors.contains("Ctrl-C again ends at once\n"), "\(result.errors)")
    #expect(result.output.contains("INTERRUPTED") || result.output.contains("interrupted"))
    #expect(try folder.read("results/latest/junit.xml").contains("</testsuites>"))
    let results = try Results(folder)
    #expect(results.text.contains("web.deleteMember"), "what was begun is cleaned up")
  }

  @Test("is told where nothing has begun", arguments: [(SIGINT, 130), (SIGTERM, 143)])
  func beforeTheFirstRequest(signal: Int32, code: Int) async throws {
    let (started, end) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
    let target = Mutex<Running?>(nil)
    defer { end.signal() }
    // It is asked for a way to the platform, has the signal sent, and says nothing.
    let proxy = try SmallServer { _ in
      started.wait()
      target.withLock { $0?.send(signal) }
      end.wait()
      return .json("{}")
    }
    let folder = try Folder()
    try folder.write(
      "target: t\nplatforms: { web: { base: \"https://shop.test\", proxy: \"\(proxy.url)\" } }\n",
      to: "t.yaml")
    try folder.write("scenario: s\nsteps: [ { on: web, get: /x } ]\n", to: "s.yaml")
    let running = try Running(["run", "s.yaml", "--target", "t.yaml"], in: folder)
    target.withLock { $0 = running }
    started.signal()
    let result = await running.result()
    #expect(result.code == Int32(code))
    #expect(result.errors == "interrupted before anything was run\n")
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
