import Foundation
import Testing

/// Compares a whole output with the file that stands beside the tests.
enum Golden {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Golden")

  /// A missing file is recorded, and fails the test that recorded it.
  static func expect(
    _ text: String, is name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let file = folder.appendingPathComponent(name)
    guard FileManager.default.fileExists(atPath: file.path) else {
      try text.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("recorded \(name): look at it", sourceLocation: sourceLocation)
      return
    }
    let golden = try String(contentsOf: file, encoding: .utf8)
    #expect(text == golden, "\(name)", sourceLocation: sourceLocation)
  }

  /// Takes out what differs from run to run: names of runs, ports, pids, times, seeds.
  static func steady(_ text: String) -> String {
    let rules = [
      // How late timers were, and whether that was too late, is the machine's affair.
      (#"\n +(timers late by|定时器滞后)[^\n]*(\n +! [^\n]*\n[^\n]*)?"#, ""),
      (#"\n +! [^\n]*(in the end; reading may|可能是读取本身)[^\n]*\n[^\n]*"#, ""),
      (#"\d{8}-\d{6}-[0-9a-z]{4}"#, "RUN"), (#"127\.0\.0\.1:\d+"#, "127.0.0.1:PORT"),
      (#"pid \d+"#, "pid PID"), (#"seed \d+"#, "seed SEED"), (#"种子 \d+"#, "种子 SEED"),
      (#"\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d"#, "DATE"),
      (#"([≤>] )?\b\d+(\.\d+)?(–\d+(\.\d+)?)? (ns|µs|ms|s)\b"#, "TIME"),
      (#"\b\d+ reads?"#, "N reads"), (#"读取 \d+ 次"#, "读取 N 次"),
      // How much of it depends on when reads came.
      (#" \(\d+ not judged\)|（\d+ 项无法判定）"#, ""), (#",\n +(?=[a-z])"#, ", "),
      (#" +"#, " "),
      // A busy machine may keep a promise late.
      (#" [✔✘?] \d+ (of \d+ later|次中 \d+ 次超过承诺)"#, ""),
      (#"; \d+ links? slower than promised|；但有 \d+ 条链路慢于承诺"#, ""),
      // How much of a title fits depends on how wide the times are.
      (#" [A-Z][^\n]*… TIME"#, " TITLE… TIME"),
    ]
    return rules.reduce(text) { text, rule in
      text.replacingOccurrences(of: rule.0, with: rule.1, options: .regularExpression)
    }
  }
}
