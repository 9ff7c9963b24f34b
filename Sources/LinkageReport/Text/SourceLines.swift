import LinkageCore

/// The lines of the files that took part, for excerpts.
struct SourceLines {
  private let files: [String: [Substring]]
  private let order: [String: Int]

  init(_ sources: [SourceFile]) {
    files = Dictionary(
      sources.map { ($0.path, Self.split($0.text)) }, uniquingKeysWith: { first, _ in first })
    order = Dictionary(
      sources.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// A line as it stands in the file, counted from 1.
  func line(_ number: Int, of path: String) -> Substring? {
    guard let lines = files[path], lines.indices.contains(number - 1) else { return nil }
    return lines[number - 1]
  }

  /// Files in the order they were given; unknown ones last.
  func position(of path: String) -> Int { order[path] ?? Int.max }

  private static func split(_ text: String) -> [Substring] {
    text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map {
      Substring($0.last == 0x0D ? $0.dropLast() : $0)
    }
  }
}
