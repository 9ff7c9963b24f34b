import Foundation
import Testing

/// Whole outputs kept in files beside the tests.
enum Golden {
  static let folder = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Golden")

  /// Compares with the file of that name; a missing file is recorded, and the test that recorded it
  /// fails, so that nobody takes a first output for a proven one.
  static func expect(
    _ text: String, is name: String, at location: SourceLocation = #_sourceLocation
  ) {
    let file = folder.appending(path: name)
    guard let wanted = try? String(contentsOf: file, encoding: .utf8) else {
      #expect(throws: Never.self, sourceLocation: location) {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
      }
      Issue.record("recorded \(name): read it, then run again", sourceLocation: location)
      return
    }
    if wanted == text { return }
    Issue.record("\(name) differs\n\(difference(wanted, text))", sourceLocation: location)
  }

  /// The first lines that differ.
  private static func difference(_ wanted: String, _ found: String) -> String {
    let wanted = wanted.split(separator: "\n", omittingEmptySubsequences: false)
    let found = found.split(separator: "\n", omittingEmptySubsequences: false)
    let places = (0..<max(wanted.count, found.count)).filter { line in
      wanted.indices.contains(line) != found.indices.contains(line)
        || (wanted.indices.contains(line) && wanted[line] != found[line])
    }
    return places.prefix(5).map { line in
      "\(line + 1): - \(wanted.indices.contains(line) ? String(wanted[line]) : "(end)")\n"
        + "\(line + 1): + \(found.indices.contains(line) ? String(found[line]) : "(end)")"
    }.joined(separator: "\n")
  }
}
