import Foundation
import GRDB
import LinkageCore
import LinkageStore
import Testing

@Suite("Runs whose process went away", .timeLimit(.minutes(2)))
struct AbandonedTests {
  /// How the row of a living run is made one of a process that is gone.
  @Test(
    "such a run is interrupted when the store is opened, and its events are there",
    arguments: [
      "pid = 4194305", "pid_start = pid_start - 1", "boot_id = 'another start of the machine'",
    ])
  func gone(change: String) async throws {
    try await withPath { path in
      let store = try Store(path: path)
      for id in ["gone", "here"] {
        try store.begin(Samples.header(id), outline: Samples.outline)
      }
      let recorder = try store.recorder(for: "gone")
      for event in Samples.events { recorder.append(event) }
      await recorder.flush()
      try raw(path) { try $0.execute(sql: "UPDATE run SET \(change) WHERE id = 'gone'") }
      let next = try Store(path: path)
      let states = Dictionary(uniqueKeysWithValues: try next.runs().map { ($0.id, $0.state) })
      #expect(states == ["gone": .interrupted, "here": .running])
      #expect(try next.history(of: "gone").events == Samples.events)
      try next.saveVerdict(Samples.verdict(.unknown), of: "gone")
      #expect(try next.verdict(of: "gone")?.judgement == .unknown)
    }
  }

  @Test("the row of a run names a process that lived and is dead")
  func realProcess() async throws {
    let child = Process()
    child.executableURL = URL(fileURLWithPath: "/bin/true")
    try child.run()
    child.waitUntilExit()
    try await withPath { path in
      let store = try Store(path: path)
      try store.begin(Samples.header("gone"), outline: Samples.outline)
      try raw(path) { try $0.execute(sql: "UPDATE run SET pid = \(child.processIdentifier)") }
      try store.markAbandoned()
      #expect(try store.runs().map(\.state) == [.interrupted])
    }
  }

  @Test("a finished run stays finished")
  func finished() async throws {
    try await withPath { path in
      let store = try Store(path: path)
      try store.begin(Samples.header("done"), outline: Samples.outline)
      try store.finish(run: "done", verdict: Samples.verdict(.pass), interrupted: false)
      try raw(path) { try $0.execute(sql: "UPDATE run SET pid = 4194305") }
      try store.markAbandoned()
      #expect(try store.runs().map(\.state) == [.finished])
    }
  }
}
