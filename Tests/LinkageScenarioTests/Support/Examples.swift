import Foundation
import LinkageScenario
import Testing

/// The YAML that the documents show.
enum Examples {
  struct Example: CustomTestStringConvertible {
    var document: String
    /// Where it begins.
    var line: Int
    var kind: FileKind
    var text: String

    var name: String { "\(document):\(line)" }
    var testDescription: String { name }
  }

  /// Whole files in the documents of both languages, each with where it stands.
  static var all: [Example] {
    documents.flatMap { file in
      blocks(of: Repository.text(file) ?? "").compactMap { line, text in
        ScenarioDiscovery.kind(of: text).map {
          Example(document: file.lastPathComponent, line: line, kind: $0, text: text)
        }
      }
    }
  }

  private static var documents: [URL] {
    guard let root = Repository.scenarios?.deletingLastPathComponent() else { return [] }
    let docs = root.appending(path: "docs")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: docs.path)) ?? []
    return ["README.md", "README.zh-CN.md"].map { root.appending(path: $0) }
      + names.filter { $0.hasSuffix(".md") }.sorted().map { docs.appending(path: $0) }
  }

  /// Each block between ```` ```yaml ```` and ```` ``` ````, with the line of its first key.
  private static func blocks(of text: String) -> [(line: Int, text: String)] {
    var blocks: [(line: Int, text: String)] = []
    var open: (line: Int, lines: [Substring])?
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if let block = open {
        if line == "```" {
          blocks.append((block.line, block.lines.joined(separator: "\n") + "\n"))
          open = nil
        } else {
          open?.lines.append(line)
        }
      } else if line == "```yaml" {
        open = (index + 2, [])
      }
    }
    return blocks
  }
}
