import LinkageCore
import LinkageStore
import Testing

@Suite("What a run is called", .timeLimit(.minutes(2)))
struct RunNameTests {
  private static let ids = ["20240101-abc", "20240102-abd", "20240103-xyz", "20240103-xy"]

  private func withRuns(_ body: (Store) throws -> Void) async throws {
    try await withPath { path in
      let store = try Store(path: path)
      for (number, id) in Self.ids.enumerated() {
        // The first is the newest; the last two began in the same millisecond.
        let started = 9000 - Int64(min(number, 2)) * 1000
        try store.begin(Samples.header(id, started: started), outline: Samples.outline)
      }
      try body(store)
    }
  }

  @Test(
    "a name that fits just one run is that run",
    arguments: [
      ("last", "20240101-abc"), ("latest", "20240101-abc"), ("20240102-abd", "20240102-abd"),
      ("20240102", "20240102-abd"), ("20240103-xy", "20240103-xy"),
      ("20240103-xyz", "20240103-xyz"),
    ])
  func resolved(name: String, id: String) async throws {
    try await withRuns { store in
      let resolved = try store.resolve(name)
      #expect(resolved == id)
    }
  }

  @Test("the newest run comes first, and of two at once the later one")
  func order() async throws {
    try await withRuns { store in
      let ids = try store.runs().map(\.id)
      #expect(ids == ["20240101-abc", "20240102-abd", "20240103-xy", "20240103-xyz"])
    }
  }

  @Test("a beginning of several runs names them")
  func ambiguous() async throws {
    try await withRuns { store in
      #expect(
        throws: StoreError.ambiguousRun(
          name: "20240103", candidates: ["20240103-xy", "20240103-xyz"])
      ) { try store.resolve("20240103") }
    }
  }

  @Test(
    "a name that fits none is answered with the nearest",
    arguments: [("20240101-abx", "20240101-abc"), ("", nil), ("yesterday", nil)])
  func unknown(name: String, nearest: String?) async throws {
    let recent = ["20240101-abc", "20240102-abd", "20240103-xy", "20240103-xyz"]
    let error = StoreError.noSuchRun(name: name, nearest: nearest, recent: recent)
    try await withRuns { store in
      #expect(throws: error) { try store.resolve(name) }
      #expect(throws: error) { try store.history(of: name) }
      #expect(throws: error) { try store.verdict(of: name) }
      #expect(throws: error) { try store.recorder(for: name) }
      #expect(throws: error) {
        try store.finish(run: name, verdict: Samples.verdict(.pass), interrupted: false)
      }
    }
  }

  @Test("without runs there is no last one")
  func none() async throws {
    try await withPath { path in
      let store = try Store(path: path)
      #expect(throws: StoreError.noSuchRun(name: "last", nearest: nil, recent: [])) {
        try store.resolve("last")
      }
    }
  }
}
