import GRDB
import LinkageCore
import LinkageStore
import Testing

@Suite("Recording events", .timeLimit(.minutes(2)))
struct RecorderTests {
  private static func event(_ number: Int) -> Event {
    Event(at: Instant(Int64(number)), kind: .caseStarted(case: number))
  }

  @Test("thousands of events keep their order, whoever appends them")
  func order() async throws {
    try await withPath { path in
      let store = try Store(path: path)
      try store.begin(Samples.header("r"), outline: Samples.outline)
      let recorder = try store.recorder(for: "r")
      await withTaskGroup(of: Void.self) { group in
        for worker in 0..<4 {
          group.addTask {
            for number in 0..<1000 { recorder.append(Self.event(worker * 1000 + number)) }
          }
        }
      }
      try await recorder.close()
      let times = try store.history(of: "r").events.map { Int($0.at.nanoseconds) }
      #expect(times.sorted() == Array(0..<4000))
      for worker in 0..<4 {
        let own = times.filter { $0 / 1000 == worker }
        #expect(own == own.sorted())
      }
    }
  }

  @Test("an event is written without being asked for")
  func byItself() async throws {
    try await withPath { path in
      let store = try Store(path: path)
      try store.begin(Samples.header("r"), outline: Samples.outline)
      let recorder = try store.recorder(for: "r")
      for number in 0..<2 {
        recorder.append(Self.event(number))
        while try store.history(of: "r").events.count == number { await Task.yield() }
      }
      #expect(try store.history(of: "r").events.map(\.at) == [Instant(0), Instant(1)])
    }
  }

  @Test("a second recorder goes on where the first ended")
  func goesOn() async throws {
    try await withPath { path in
      let store = try Store(path: path)
      try store.begin(Samples.header("r"), outline: Samples.outline)
      for number in 0..<3 {
        let recorder = try store.recorder(for: "r")
        recorder.append(Self.event(number))
        try await recorder.close()
      }
      #expect(try store.history(of: "r").events == (0..<3).map(Self.event))
    }
  }

  @Test("two stores write their runs at once")
  func twoStores() async throws {
    try await withPath { path in
      try await withThrowingTaskGroup(of: Void.self) { group in
        for id in ["a", "b"] {
          group.addTask {
            let store = try Store(path: path)
            try store.begin(Samples.header(id), outline: Samples.outline)
            let recorder = try store.recorder(for: id)
            for number in 0..<300 {
              recorder.append(Self.event(number))
              if number % 7 == 0 { await recorder.flush() }
            }
            try await recorder.close()
            try store.finish(run: id, verdict: Samples.verdict(.pass), interrupted: false)
          }
        }
        try await group.waitForAll()
      }
      let store = try Store(path: path)
      for id in ["a", "b"] {
        #expect(try store.history(of: id).events == (0..<300).map(Self.event))
        #expect(try store.verdict(of: id) == Samples.verdict(.pass))
      }
    }
  }

  @Test("what could not be written is told at the end, and what came before is kept")
  func failure() async throws {
    try await withPath { path in
      let store = try Store(path: path)
      try store.begin(Samples.header("r"), outline: Samples.outline)
      let recorder = try store.recorder(for: "r")
      recorder.append(Self.event(0))
      await recorder.flush()
      try raw(path) { db in
        try db.execute(
          sql: """
            CREATE TRIGGER full BEFORE INSERT ON event WHEN new.number = 2
            BEGIN SELECT RAISE(ABORT, 'no more'); END
            """)
      }
      for number in 1..<4 { recorder.append(Self.event(number)) }
      await recorder.flush()
      try raw(path) { try $0.execute(sql: "DROP TRIGGER full") }
      recorder.append(Self.event(9))
      await #expect(throws: StoreError.writeFailed(reason: "no more")) {
        try await recorder.close()
      }
      #expect(try store.history(of: "r").events == [Self.event(0)])
    }
  }

  @Test("appending does not wait while another program holds the file")
  func neverBlocks() async throws {
    try await withPath { path in
      let store = try Store(path: path)
      try store.begin(Samples.header("r"), outline: Samples.outline)
      let recorder = try store.recorder(for: "r")
      try raw(path) { db in
        try db.execute(sql: "BEGIN IMMEDIATE")
        // This would never come to its end if one of them waited for the file.
        for number in 0..<2000 { recorder.append(Self.event(number)) }
        try db.execute(sql: "COMMIT")
      }
      try await recorder.close()
      #expect(try store.history(of: "r").events.count == 2000)
    }
  }
}
