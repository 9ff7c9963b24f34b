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
    arguments: [[]] + Self.commands.map { [$0] })
  func help(arguments: [String]) async throws {
    let arguments = arguments + ["--help"]
    let english = try await Binary.run(arguments, in: Folder())
    let chinese = try await Binary.run(
      arguments, in: Folder(), environment: ["LANG": "zh_CN.UTF-8"])
    #expect(english.code == 0)
    #expect(chinese.output.contains(/[一-龥]/))
    #expect(!english.output.contains(/[一-龥]/))
    #expect(chinese.output.firstMatch(of: Self.englishHelp) == nil, "\(chinese.output)")
  }

  static let commands = [
    "run", "check", "gate", "show", "curl", "validate", "list", "explain", "eval", "schema", "mock",
    "accuracy", "mutants", "coverage",
  ]

  /// The argument parser's own words.
  private static var englishHelp: Regex<Substring> {
    #/[A-Z]{4,}:|Show |default|values:/#
  }

  @Test("every command is told in the documents", arguments: commands)
  func documented(command: String) throws {
    for name in ["README.md", "README.zh-CN.md", "docs/commands.md", "docs/commands.zh-CN.md"] {
      let text = try String(contentsOfFile: Binary.repository + "/" + name, encoding: .utf8)
      #expect(text.contains("`linkage \(command)"), "\(name)")
    }
  }

  @Test("every option is told in the documents, and every one told exists")
  func options() async throws {
    var options: Set<String> = []
    for command in Self.commands {
      let help = try await Binary.run([command, "--help"], in: Folder()).output
      options.formUnion(help.matches(of: /--[a-z][a-z-]+/).map { String($0.output) })
    }
    for name in ["docs/commands.md", "docs/commands.zh-CN.md"] {
      let text = try String(contentsOfFile: Binary.repository + "/" + name, encoding: .utf8)
      // Examples hold other programs' options, too.
      let prose = text.replacing(/```(?s).*?```/, with: "")
      let told = Set(prose.matches(of: /--[a-z][a-z-]+/).map { String($0.output) })
      #expect(told == options, "\(name): \(told.symmetricDifference(options).sorted())")
    }
  }

  @Test(
    "wrong usage is told in Chinese too",
    arguments: [
      ("run --tagret x", "未知的选项 '--tagret'，是否想写 '--target'？"),
      ("run --frobnicate", "未知的选项 '--frobnicate'"), ("run --target", "缺少取值： '--target"),
      ("check a b", "多余的参数 'b'"), ("check a b c", "多余的参数 'b', 'c'"),
      ("mock --only shop", "'--only <server>' 不能取值 'shop'，可选：'web'、'mini'、'wechat'、'counter'"),
      ("mock --port x", "'--port <port>' 不能取值 'x'"),
      ("run --link-down=3", "选项 '--link-down' 不带值，却给出了 '3'"),
    ])
  func wrongUsage(line: String, sentence: String) async throws {
    let arguments = line.split(separator: " ").map(String.init) + ["--lang=zh"]
    let run = try await Binary.run(arguments, in: Folder())
    #expect(run.code == 2)
    #expect(run.errors.hasPrefix("错误：\(sentence)"), "\(run.errors)")
    #expect(!run.errors.contains("Usage") && !run.errors.contains("See '"), "\(run.errors)")
  }

  @Test("carries every file of the suite and of the mocks' data, as it is")
  func bundle() throws {
    let root = URL(fileURLWithPath: Binary.repository)
    var expected: [String: Data] = [:]
    for folder in ["scenarios", "mocks"] {
      let path = root.appendingPathComponent(folder).path
      for case let name as String in FileManager.default.enumerator(atPath: path) ?? .init()
      where [".yaml", ".json", ".pem"].contains(where: name.hasSuffix) {
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
