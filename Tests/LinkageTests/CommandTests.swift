import CBundle
import Foundation
import Testing

@Suite("The program")
struct CommandTests {
  @Test("tells its version")
  func version() async throws {
    let run = try await Binary.run(["--version"], in: Folder())
    #expect(run.code == 0)
    #expect(run.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
  }

  @Test(
    "explains itself in both languages",
    arguments: [["--help"], ["run", "--help"], ["mock", "--help"]])
  func help(arguments: [String]) async throws {
    let english = try await Binary.run(arguments, in: Folder())
    let chinese = try await Binary.run(
      arguments, in: Folder(), environment: ["LANG": "zh_CN.UTF-8"])
    #expect(english.code == 0)
    #expect(chinese.output.contains(/[一-龥]/))
    #expect(!english.output.contains(/[一-龥]/))
  }

  @Test("carries every file of the suite and of the mocks' data, as it is")
  func bundle() throws {
    let root = URL(fileURLWithPath: Binary.repository)
    var expected: [String: Data] = [:]
    for folder in ["scenarios", "mocks"] {
      let path = root.appendingPathComponent(folder).path
      for case let name as String in FileManager.default.enumerator(atPath: path) ?? .init()
      where name.hasSuffix(".yaml") || name.hasSuffix(".json") {
        expected["\(folder)/\(name)"] = try Data(
          contentsOf: root.appendingPathComponent("\(folder)/\(name)"))
      }
    }
    let carried = Self.bundled
    #expect(Set(carried.keys) == Set(expected.keys), "run .ci/bundle")
    for (name, bytes) in expected { #expect(carried[name] == bytes, "\(name)") }
  }

  private static var bundled: [String: Data] {
    let files = (0..<bundled_file_count()).compactMap { bundled_file_at($0)?.pointee }
    return Dictionary(
      uniqueKeysWithValues: files.map {
        (String(cString: $0.path), Data(bytes: $0.bytes, count: Int($0.size)))
      })
  }
}

@Suite("linkage mock")
struct MockTests {
  @Test("says how to log in, in both languages", arguments: ["en", "zh"])
  func banner(language: String) async throws {
    let folder = try Folder()
    let process = try Running(["mock", "--port", "0", "--lang", language], in: folder)
    try await eventually("the banner") { process.outputSoFar.contains("Ctrl-C") }
    let banner = process.outputSoFar
    process.send(SIGINT)
    _ = await process.result()
    try Golden.expect(Golden.steady(banner), is: "banner.\(language).txt")
  }

  @Test("keeps its data in a folder from one life to the next")
  func data() async throws {
    let folder = try Folder()
    let first = try await Mocks(in: folder, ["--data", "shop"])
    let phone = "13912345678"
    _ = try await Self.post(
      first.url("web") + "/api/register", ["phone": phone, "password": "Aa123456!"])
    first.send(SIGTERM)
    #expect(await first.result().code == 0)
    let second = try await Mocks(in: folder, ["--data", "shop"])
    let status = try await Self.post(
      second.url("web") + "/api/login", ["phone": phone, "password": "Aa123456!"])
    #expect(status == 200)
  }

  @Test(
    "wrong options are refused with exit code 2",
    arguments: [
      ["mock", "--port", "4701"], ["mock", "--port", "70000"], ["mock", "--only", "shop"],
      ["mock", "--peer", "shop=http://x"], ["mock", "--link-latency", "soon"],
      ["run", "--parallel", "0"],
    ])
  func options(arguments: [String]) async throws {
    let run = try await Binary.run(arguments, in: Folder())
    #expect(run.code == 2)
    #expect(!run.errors.isEmpty)
  }

  /// With the `curl` library's own words a mock is tested elsewhere; here the status is enough.
  private static func post(_ url: String, _ body: [String: String]) async throws -> Int {
    try await RawPost.send(url, json: JSONSerialization.data(withJSONObject: body))
  }
}
