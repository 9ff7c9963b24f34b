package import LinkageCore
import Values

/// Tells from a text's first keys what kind of file it is, also when the rest is no valid YAML.
package enum ScenarioDiscovery {
  /// The kind named by the first top-level key that names one; `nil` for any other file.
  package static func kind(of text: String) -> FileKind? {
    topKeys(of: text).lazy.compactMap(FileKind.init(rawValue:)).first
  }

  /// What is wrong with a file whose kind cannot be told, pinned to its first line of content.
  package static func strange(_ text: String, path: String) -> Diagnostic {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let number = lines.firstIndex { line in
      let content = line.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
      return !content.isEmpty && !content.hasPrefix("#") && !content.hasPrefix("---")
    }
    guard let number else {
      return Diagnostic(
        problem: .spelling(.strangeFile(beginning: nil, nearest: nil)),
        place: Place(path: path, line: 0, column: 1, length: 1))
    }
    let line = String(lines[number].prefix(60))
    let word = line.drop { !$0.isLetter }.prefix { $0.isLetter || $0.isNumber }.lowercased()
    let kinds = FileKind.allCases.map(\.rawValue)
    let nearest = kinds.contains(word) ? word : Nearest.name(to: word, among: kinds)
    return Diagnostic(
      problem: .spelling(.strangeFile(beginning: line, nearest: nearest)),
      place: Place(path: path, line: number + 1, column: 1, length: line.count))
  }

  /// The keys that stand in the first column, or in a `{ … }` that the file begins with.
  package static func topKeys(of text: String) -> [String] {
    text.split(whereSeparator: \.isNewline).compactMap { line in
      key(line.hasPrefix("\u{FEFF}") ? line.dropFirst() : line)
    }
  }

  private static func key(_ line: Substring) -> String? {
    let line = line.hasPrefix("{") ? line.dropFirst().drop(while: \.isWhitespace) : line
    if let quote = line.first, quote == "\"" || quote == "'" {
      let name = line.dropFirst().prefix { $0 != quote }
      let rest = line.dropFirst(name.count + 2).drop { $0 == " " }
      return rest.first == ":" ? String(name) : nil
    }
    let name = line.prefix { $0.isLetter || $0.isNumber || "_-".contains($0) }
    let rest = line.dropFirst(name.count).drop { $0 == " " }
    return !name.isEmpty && rest.first == ":" ? String(name) : nil
  }
}
