import GRDB
import LinkageCore
import LinkageStore
import Testing
import Values

@Suite("Runs in the store", .timeLimit(.minutes(2)))
struct HistoryTests {
  @Test("a history comes back as it went in, every value with its type")
  func roundTrip() async throws {
    try await withPath { path in
      let store = try Store(path: path)
      try store.begin(Samples.header("r1"), outline: Samples.outline)
      let recorder = try store.recorder(for: "r1")
      for event in Samples.events { recorder.append(event) }
      try await recorder.close()
      let history = try store.history(of: "r1")
      #expect(history.header == Samples.header("r1"))
      #expect(history.outline == Samples.outline)
      #expect(history.events.count == Samples.events.count)
      for (read, written) in zip(history.events, Samples.events) { #expect(read == written) }
    }
  }

  @Test("what is written apart from the types' own coding is what that has")
  func sameText() async throws {
    try await withPath { path in
      let store = try Store(path: path)
      try store.begin(Samples.header("r1"), outline: Samples.outline)
      let recorder = try store.recorder(for: "r1")
      let kind = Event.Kind.completed(Samples.wholeCompletion)
      recorder.append(Event(at: Instant(1), kind: kind))
      try await recorder.close()
      let text = try raw(path) { try String.fetchOne($0, sql: "SELECT data FROM event") }
      #expect(try Value(json: text ?? "") == ValueEncoder().encode(kind))
      // A new field that is nil here would be written by nobody and missed by nobody.
      let exchange = try #require(Samples.wholeCompletion.exchanges.first)
      let condition = try #require(Samples.wholeCompletion.conditions.first)
      let part = try #require(condition.parts.first)
      let wire = try #require(exchange.wire)
      let facts = try #require(exchange.facts)
      for whole: Any in [exchange, wire, facts, condition, part] {
        #expect(!Mirror(reflecting: whole).children.contains { "\($0.value)" == "nil" })
      }
    }
  }

  @Test("another store reads the same, and the run's state follows its phases")
  func phases() async throws {
    try await withPath { path in
      let store = try Store(path: path)
      try store.begin(Samples.header("r1"), outline: Samples.outline)
      let other = try Store(path: path)
      #expect(try other.runs().map(\.state) == [.running])
      #expect(try other.verdict(of: "r1") == nil)
      try store.finish(run: "r1", verdict: Samples.verdict(.fail), interrupted: false)
      #expect(
        try other.runs() == [
          RunSummary(
            id: "r1", startedWall: 1_700_000_000_000, state: .finished, judgement: .fail)
        ])
      #expect(try other.verdict(of: "r1") == Samples.verdict(.fail))
    }
  }

  @Test("an interrupted run stays so when it is judged, and a new verdict replaces the old")
  func judgedAgain() async throws {
    try await withPath { path in
      let store = try Store(path: path)
      try store.begin(Samples.header("r1"), outline: Samples.outline)
      try store.finish(run: "r1", verdict: Samples.verdict(.unknown), interrupted: true)
      try store.saveVerdict(Samples.verdict(.pass), of: "r1")
      #expect(try store.runs().map(\.state) == [.interrupted])
      #expect(try store.verdict(of: "r1")?.judgement == .pass)
      #expect(try integer("SELECT count(*) FROM measurement", at: path) == 1)
    }
  }

  @Test("a measurement's row names its case, step, link and bounds")
  func measurements() async throws {
    try await withPath { path in
      let store = try Store(path: path)
      try store.begin(Samples.header("r1"), outline: Samples.outline)
      try store.finish(run: "r1", verdict: Samples.verdict(.pass), interrupted: false)
      let row = try raw(path) { try Row.fetchOne($0, sql: "SELECT * FROM measurement") }
      #expect(
        row == [
          "run": "r1", "case_id": "member.register", "step_id": "login", "entity": "member",
          "link_from": "website", "link_to": "mini", "lower_ns": -5, "upper_ns": 10, "point_ns": 3,
          "acknowledged": 100,
        ])
    }
  }

  @Test("a verdict that cannot be saved whole is not saved at all")
  func oneTransaction() async throws {
    try await withPath { path in
      let store = try Store(path: path)
      try store.begin(Samples.header("r1"), outline: Samples.outline)
      try raw(path) { try $0.execute(sql: "DROP TABLE measurement") }
      #expect(throws: StoreError.self) {
        try store.finish(run: "r1", verdict: Samples.verdict(.pass), interrupted: false)
      }
      #expect(try store.verdict(of: "r1") == nil)
      #expect(try store.runs().map(\.state) == [.running])
    }
  }

  @Test("deleting a run takes all of it along")
  func cascade() async throws {
    try await withPath { path in
      let store = try Store(path: path)
      try store.begin(Samples.header("r1"), outline: Samples.outline)
      let recorder = try store.recorder(for: "r1")
      for event in Samples.events { recorder.append(event) }
      try await recorder.close()
      try store.finish(run: "r1", verdict: Samples.verdict(.pass), interrupted: false)
      try raw(path) { try $0.execute(sql: "DELETE FROM run") }
      for table in ["event", "verdict", "measurement"] {
        #expect(try integer("SELECT count(*) FROM \(table)", at: path) == 0)
      }
    }
  }

  @Test("a run's id is used once")
  func exists() async throws {
    try await withPath { path in
      let store = try Store(path: path)
      try store.begin(Samples.header("r1"), outline: Samples.outline)
      #expect(throws: StoreError.runExists(id: "r1")) {
        try store.begin(Samples.header("r1"), outline: Samples.outline)
      }
    }
  }

  @Test("what cannot be read any more is the run's damage")
  func damage() async throws {
    try await withPath { path in
      let store = try Store(path: path)
      try store.begin(Samples.header("r1"), outline: Samples.outline)
      try raw(path) { try $0.execute(sql: "UPDATE run SET outline = '{'") }
      let error = #expect(throws: StoreError.self) { try store.history(of: "r1") }
      guard case .damagedRun(id: "r1", _) = error else {
        Issue.record("\(String(describing: error))")
        return
      }
    }
  }
}
