import Foundation
import Testing

/// docs/targets.md in both languages, read as its reader does: file by file, against the mocks.
@Suite("The way from two addresses to a target")
struct TutorialTests {
  /// `# NAME` and what follows it, in the order of the document, up to the recipes.
  private static func files(_ document: String) throws -> [(name: String, text: String)] {
    let text = try String(
      contentsOfFile: Binary.repository + "/docs/" + document, encoding: .utf8)
    return text.components(separatedBy: "```yaml\n# ").dropFirst().map { block in
      let lines = block.components(separatedBy: "\n```")[0].components(separatedBy: "\n")
      return (lines[0], lines.dropFirst().joined(separator: "\n") + "\n")
    }
  }

  @Test("each of its steps runs as it is shown", arguments: ["targets.md", "targets.zh-CN.md"])
  func steps(_ document: String) async throws {
    let folder = try Folder()
    let mocks = try await Mocks(in: folder)
    var runs: [String] = []
    for (name, text) in try Self.files(document) {
      guard
        ["shop.yaml", "hello.yaml", "register.yaml", "twice.yaml", "journey.yaml"].contains(name)
      else { continue }
      var text = text
      for (port, server) in [("4701", "web"), ("4702", "mini"), ("4703", "wechat")] {
        text = text.replacingOccurrences(of: "http://127.0.0.1:" + port, with: mocks.url(server))
      }
      try folder.write(text, to: name)
      guard name != "shop.yaml" else { continue }
      let run = try await Binary.run(["run", name, "--target", "shop.yaml"], in: folder)
      #expect(run.code == 0, "\(name)\n\(run.errors)\(run.output)")
      runs.append(name)
    }
    #expect(runs == ["hello.yaml", "register.yaml", "twice.yaml", "journey.yaml"])
  }
}
