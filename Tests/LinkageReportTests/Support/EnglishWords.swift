import Foundation

/// Finds English where Chinese is due.
enum EnglishWords {
  /// The first run of English words that are no names, of three words or more, or that holds a word
  /// which names nothing.
  static func run(in line: String) -> String? {
    let prose = line.replacing(/`[^`]*`/, with: "`").replacing(/(?:"|…)[^"]*"/, with: "\"")
      .replacing(/&quot;.*?&quot;/, with: "\"").replacing(/<[^>]*value="[^>]*>/, with: "")
    for run in prose.matches(of: /[A-Za-z][A-Za-z']*(?: [A-Za-z][A-Za-z']*)*/) {
      let words = run.output.split(separator: " ").filter { !names.contains(String($0)) }
      if words.count > 2 { return String(run.output) }
    }
    return nil
  }

  /// Names that stay as they are in every language.
  private static let names: Set<String> = [
    "linkage", "target", "mock", "web", "mini", "PASS", "FAIL", "INCONCLUSIVE", "ms", "s", "GET",
    "POST", "string", "int", "list", "map",
  ]
}
