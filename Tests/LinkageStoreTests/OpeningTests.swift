import Foundation
import GRDB
import LinkageCore
import LinkageStore
import Testing

@Suite("Opening the store", .timeLimit(.minutes(2)))
struct OpeningTests {
  @Test("a new file is written ahead, and another program may read it meanwhile")
  func wal() async throws {
    try await withPath { path in
      _ = try Store(path: path)
      let mode = try raw(path) { try String.fetchOne($0, sql: "PRAGMA journal_mode") }
      #expect(mode == "wal")
    }
  }

  @Test("a file made by a newer version is refused and not touched")
  func newer() async throws {
    try await withPath { path in
      _ = try Store(path: path)
      try raw(path) { db in
        try db.execute(sql: "INSERT INTO grdb_migrations (identifier) VALUES ('99')")
        try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = delete")
      }
      let before = FileManager.default.contents(atPath: path)
      #expect(throws: StoreError.newerSchema(path: path)) { try Store(path: path) }
      #expect(FileManager.default.contents(atPath: path) == before)
    }
  }

  @Test("another program's database is refused and not touched")
  func foreign() async throws {
    try await withFolder { folder in
      let path = folder + "/other.sqlite"
      try raw(path) { try $0.execute(sql: "CREATE TABLE shopping (item TEXT)") }
      let before = FileManager.default.contents(atPath: path)
      #expect(throws: StoreError.foreign(path: path)) { try Store(path: path) }
      #expect(FileManager.default.contents(atPath: path) == before)
    }
  }

  @Test("a file that is no database is refused and not touched")
  func corrupt() async throws {
    try await withFolder { folder in
      let path = folder + "/text.sqlite"
      let text = Data(String(repeating: "not a database at all\n", count: 100).utf8)
      try text.write(to: URL(fileURLWithPath: path))
      let error = #expect(throws: StoreError.self) { try Store(path: path) }
      guard case .corrupt(path, _) = error else {
        Issue.record("\(String(describing: error))")
        return
      }
      #expect(FileManager.default.contents(atPath: path) == text)
    }
  }

  @Test("a folder that cannot be made is told with the path")
  func noFolder() async throws {
    try await withFolder { folder in
      let file = folder + "/file"
      try Data().write(to: URL(fileURLWithPath: file))
      let path = file + "/results/linkage.sqlite"
      try expectCannotOpen(path)
    }
  }

  @Test("a folder that may not be written is told with the path", .enabled(if: geteuid() != 0))
  func readOnly() async throws {
    try await withFolder { folder in
      try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder)
      try expectCannotOpen(folder + "/linkage.sqlite")
    }
  }

  @Test("a path that is a folder is told")
  func isFolder() async throws {
    try await withFolder { try expectCannotOpen($0) }
  }

  private func expectCannotOpen(_ path: String) throws {
    let error = #expect(throws: StoreError.self) { try Store(path: path) }
    guard case .cannotOpen(path, let reason) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(!reason.isEmpty)
  }

  @Test("many open one new file at the same time")
  func atOnce() async throws {
    try await withPath { path in
      try await withThrowingTaskGroup(of: Void.self) { group in
        for number in 0..<8 {
          group.addTask {
            let store = try Store(path: path)
            try store.begin(Samples.header("r\(number)"), outline: Samples.outline)
          }
        }
        try await group.waitForAll()
      }
      #expect(try Store(path: path).runs().count == 8)
    }
  }
}
