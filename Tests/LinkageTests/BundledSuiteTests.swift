import Testing

@Suite("The bundled suite")
struct BundledSuiteTests {
  @Test(
    "holds on healthy mocks, through the JSON APIs and through the website's pages",
    arguments: ["mock", "mock-pages"])
  func holds(target: String) async throws {
    let folder = try Folder()
    let run = try await Binary.run(["run", "--target", target], in: folder)
    #expect(run.code == 0, "\(run.errors)\(run.output)")
    let summary = try #require(run.output.firstMatch(of: /(\d+) scenarios: (\d+) passed\n/))
    #expect(summary.1 == summary.2 && Int(summary.1) ?? 0 >= 27)
  }
}
