import Foundation
import Testing

@Suite("linkage explain")
struct ExplainTests {
  @Test("tells a bundled journey in sentences", arguments: ["en", "zh"])
  func bundled(language: String) async throws {
    let folder = try Folder()
    try folder.copySuite()
    let path = "scenarios/orders/mini-order-web-lookup.yaml"
    let run = try await Binary.run(["explain", path, "--lang", language], in: folder)
    #expect(run.code == 0, "\(run.errors)")
    try Golden.expect(run.output, is: "explain.\(language).txt")
    #expect(!folder.has("results"))
  }

  @Test("tells every journey of a folder, and refuses what is no journey")
  func several() async throws {
    let folder = try Folder()
    try folder.copySuite()
    let all = try await Binary.run(["explain"], in: folder)
    #expect(all.output.ranges(of: "What happens").count == 3)
    try folder.write("scenario: broken\nstep: []\n", to: "broken.yaml")
    let broken = try await Binary.run(["explain", "broken.yaml"], in: folder)
    #expect(broken.code == 2)
    #expect(broken.errors.contains("broken.yaml:2"))
  }
}
