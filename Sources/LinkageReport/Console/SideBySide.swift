import LinkageCore

/// How many scenarios of a run went on at one time.
enum SideBySide {
  /// A quarter of them; `nil` where there was but one.
  static func fewer(than run: JudgedRun) -> Int? {
    let count = min(parallel(run.history.header.command), run.history.outline.cases.count)
    return count > 1 ? max(1, count / 4) : nil
  }

  /// As `linkage run` takes it.
  private static let usual = 16

  private static func parallel(_ command: [String]) -> Int {
    let name = "--parallel"
    for (word, next) in zip(command, command.dropFirst() + [""]) {
      if word == name, let count = Int(next) { return count }
      if word.hasPrefix(name + "="), let count = Int(word.dropFirst(name.count + 1)) {
        return count
      }
    }
    return usual
  }
}
