/// Finds the name that somebody who mistyped one most likely meant.
public enum Nearest {
  /// `nil` when no name is near: more than a third of the letters differ. Capitals do not count,
  /// and `login` is near `mini.login`.
  public static func name(to word: String, among names: some Sequence<String>) -> String? {
    let typed = Array(word.lowercased())
    var best: (name: String, distance: Int)?
    for name in names where name != word && max(name.utf8.count, word.utf8.count) <= 200 {
      let distance = distance(typed, Array(name.lowercased()))
      if distance <= limit(word, name), distance < best?.distance ?? .max {
        best = (name, distance)
      }
    }
    return best?.name ?? names.first { $0.hasSuffix("." + word) }
  }

  private static func limit(_ word: String, _ name: String) -> Int {
    let length = max(word.count, name.count)
    return length <= 2 ? 1 : max(1, length / 3)
  }

  /// Insertions, deletions, replacements and swaps of neighbours (optimal string alignment).
  private static func distance(_ a: [Character], _ b: [Character]) -> Int {
    var before: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          cost = min(cost, before[j - 1] + 1)
        }
        row.append(cost)
      }
      (before, last) = (last, row)
    }
    return last[b.count]
  }
}
