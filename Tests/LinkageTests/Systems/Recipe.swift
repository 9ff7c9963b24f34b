import Foundation
import Testing

/// A target that docs/targets.md shows, with its addresses replaced by those of a small server.
struct Recipe {
  private let target: String
  private let folder: Folder

  struct Missing: Error { var name: String }

  /// - Parameters:
  ///   - name: what stands behind `target:` in the document.
  ///   - addresses: the document's address and the one to speak to instead.
  init(_ name: String, _ addresses: [String: String]) throws {
    var text = try Self.block(name)
    for (old, new) in addresses {
      guard text.contains(old) else { throw Missing(name: old) }
      text = text.replacingOccurrences(of: old, with: new)
    }
    target = text
    folder = try Folder()
  }

  /// The file of this name as the document shows it.
  static func block(_ name: String) throws -> String {
    let document = try String(
      contentsOfFile: Binary.repository + "/docs/targets.md", encoding: .utf8)
    let blocks = document.components(separatedBy: "```yaml\n").dropFirst().map { block in
      block.components(separatedBy: "\n```")[0] + "\n"
    }
    guard let text = blocks.first(where: { "\n\($0)".contains("\ntarget: \(name)\n") }) else {
      throw Missing(name: name)
    }
    return text
  }

  /// Puts a file beside the target.
  func add(_ text: String, as name: String) throws { try folder.write(text, to: name) }

  /// Runs a scenario's steps; its actor is `alice`.
  func run(
    _ steps: String, alice: String = "{ phone: \"13912345678\", password: \"geheim-1\" }",
    environment: [String: String] = [:]
  ) async throws -> Binary.Result {
    try folder.write(target, to: "target.yaml")
    try folder.write(
      "scenario: recipe\nactors: { alice: \(alice) }\nsteps:\n\(steps)", to: "recipe.yaml")
    return try await Binary.run(
      ["run", "recipe.yaml", "--target", "target.yaml"], in: folder, environment: environment)
  }

  /// Runs the steps and expects that they pass.
  func passes(
    _ steps: String, environment: [String: String] = [:],
    sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    let result = try await run(steps, environment: environment)
    #expect(result.code == 0, "\(result.errors)\(result.output)", sourceLocation: sourceLocation)
  }
}
