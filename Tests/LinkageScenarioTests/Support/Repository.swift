import Foundation

/// The files of the checkout that tests read.
enum Repository {
  static let cases = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Cases")

  /// The folder of the bundled journeys; `nil` where it is not in sight.
  static var scenarios: URL? {
    let folder = cases.resolvingSymlinksInPath().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "scenarios")
    return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
  }

  static func text(_ file: URL) -> String? {
    (try? Data(contentsOf: file)).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The YAML files of a folder and of those in it, by path.
  static func yaml(in folder: URL) -> [URL] {
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
    return paths.filter { $0.hasSuffix(".yaml") }.sorted().map { folder.appending(path: $0) }
  }

  /// The names of all kinds of problems, from where they are declared.
  static var problemNames: Set<String>? {
    let root = cases.resolvingSymlinksInPath().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let file = root.appending(path: "Sources/LinkageCore/Diagnostics/Problem.swift")
    return text(file).map { text in
      Set(text.matches(of: /\n  case (\w+)/).map { String($0.output.1) })
    }
  }
}
