import Foundation
import Testing

@Suite("linkage accuracy")
struct AccuracyTests {
  @Test("finds the truth in every interval and says so", arguments: ["en", "zh"])
  func passes(language: String) async throws {
    let folder = try Folder()
    let run = try await Binary.run(
      [
        "accuracy", "--writes", "20", "--latency", "20ms", "5ms..10ms", "--lang", language,
        "--json",
        "figures.json",
      ], in: folder)
    #expect(run.code == 0, "\(run.errors)\(run.output)")
    try Golden.expect(steady(run.output), is: "accuracy.\(language).txt")
    let figures = try JSONSerialization.jsonObject(with: folder.data("figures.json"))
    let latencies = try #require((figures as? [String: Any])?["latencies"] as? [[String: Any]])
    #expect(latencies.map { $0["latency"] as? String } == ["20ms", "5ms..10ms"])
    for latency in latencies {
      let coverage = try #require(latency["coverage"] as? [String: Any])
      #expect(coverage["writes"] as? Int == 20 && coverage["inside"] as? Int == 20)
      let rules = try #require(latency["rules"] as? [[String: Any]])
      #expect(rules.map { $0["rule"] as? String } == ["middle", "firstHit", "lastMiss"])
      let bias = rules.compactMap { $0["biasMs"] as? Double }
      #expect(bias[1] > 0 && bias[2] < 0, "a poller is late, the last miss early: \(bias)")
    }
    let truth = try #require(latencies[0]["trueMs"] as? [String: Double])
    #expect(try #require(truth["p50"]) >= 18, "held 20 ms from the commit: \(truth)")
  }

  /// Without figures that differ from run to run, nor what a busy machine is told.
  private func steady(_ text: String) -> String {
    let rules = [
      ("; too busy a machine[^\\n]*|；机器过于繁忙[^\\n]*", ""), ("[+-](?=TIME)", ""),
      ("(?<=[ ；])\\d+(?= intervals$| 个区间完全)", "N"), ("(?m)(?<=inside )\\d+(?= intervals$)", "N"),
      (" \\d+\\.\\d(?= )", " N"), (" 0 ms", " TIME"),
    ]
    return rules.reduce(Golden.steady(text)) { text, rule in
      text.replacingOccurrences(of: rule.0, with: rule.1, options: .regularExpression)
    }
  }

  @Test(
    "says what is wrong with a latency, and what could be written",
    arguments: [
      ("soon", "'soon' is no known form", "无法识别 'soon'"),
      ("300", "'300' is no length of time", "'300' 不是时长"),
      ("50ms..5ms", "'50ms' is longer than '5ms'", "'50ms' 比 '5ms' 还长"),
      ("2h", "'2h' is longer than an hour", "'2h' 超过一小时"),
      ("lognormal 5ms x", "'x' is no spread", "'x' 不能作为对数正态的离散度"),
      ("5ms + 6ms", "'5ms' begins with no share", "'5ms' 开头没有 90% 这样的占比"),
      ("50% 5ms + 40% 6ms", "add up to 90 %, not to 100 %", "之和为 90%"), ("", "nothing", "内容为空"),
    ])
  func badLatency(text: String, english: String, chinese: String) async throws {
    let folder = try Folder()
    for (language, sentence) in [("en", english), ("zh", chinese)] {
      for command in [["accuracy", "--latency"], ["mock", "--link-latency"]] {
        let run = try await Binary.run(command + [text, "--lang", language], in: folder)
        #expect(run.code == 2, "\(run.errors)")
        #expect(run.errors.contains(sentence) && run.errors.contains("5ms..50ms"), "\(run.errors)")
      }
    }
  }

  @Test(
    "refuses figures that make no sense",
    arguments: [
      ["--writes", "0"], ["--in-flight", "0"], ["--spacing", "0s"], ["--spacing", "1h"],
    ])
  func badFigures(arguments: [String]) async throws {
    let run = try await Binary.run(["accuracy"] + arguments, in: try Folder())
    #expect(run.code == 2 && run.errors.contains(arguments[0]), "\(run.errors)")
  }

  @Test("a file that cannot be written is told after the figures")
  func notWritten() async throws {
    let run = try await Binary.run(
      ["accuracy", "--writes", "10", "--latency", "3ms", "--json", "/dev/full/x"],
      in: try Folder())
    #expect(run.code == 6 && run.errors.contains("/dev/full/x"), "\(run.errors)")
    #expect(run.output.contains("PASS"))
  }

  @Test(
    "leaves no mocks behind, however it ends",
    arguments: [(SIGINT, 130), (SIGTERM, 143), (SIGKILL, 9)])
  func leavesNothing(signal: Int32, code: Int) async throws {
    let folder = try Folder()
    // It goes when nobody names it any more, and the program starts in it.
    defer { withExtendedLifetime(folder) {} }
    let seed = "91827364\(signal)"
    let running = try Running(
      ["accuracy", "--writes", "100000", "--latency", "5ms", "--seed", seed], in: folder)
    try await eventually("the mocks") { Self.mocks(seed: seed) > 0 || !running.isRunning }
    running.send(signal)
    let result = await running.result()
    #expect(result.code == Int32(code), "\(result.errors)")
    try await eventually("the end of the mocks") { Self.mocks(seed: seed) == 0 }
  }

  /// How many mocks with that seed run.
  private static func mocks(seed: String) -> Int {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return names.count { name in
      guard let data = FileManager.default.contents(atPath: "/proc/\(name)/cmdline") else {
        return false
      }
      let words = String(decoding: data, as: UTF8.self).split(separator: "\0")
      return words.contains("mock") && words.contains { $0 == seed }
    }
  }

  @Test("mocks that are to end with their standard input do")
  func untilEnd() async throws {
    let run = try await Binary.run(["mock", "--port", "0", "--until-eof"], in: try Folder())
    #expect(run.code == 0 && run.output.contains("Stopped"), "\(run.errors)")
  }

  @Test("its journey is one that everybody can run")
  func journey() async throws {
    let folder = try Folder()
    let text = try String(
      contentsOfFile: Binary.repository + "/mocks/accuracy.yaml", encoding: .utf8)
    try folder.write(text, to: "accuracy.yaml")
    let run = try await Binary.run(
      ["run", "accuracy.yaml", "--target", "mock", "--link-latency", "1ms..5ms"], in: folder)
    #expect(run.code == 0, "\(run.errors)\(run.output)")
    #expect(try Results(folder).measurements.count == 11)
  }
}
