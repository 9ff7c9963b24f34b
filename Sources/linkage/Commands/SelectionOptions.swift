import ArgumentParser
import CEL

/// Which of the scenarios found a command takes; all must agree.
struct SelectionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      Words.pick(
        "Only scenarios with one of these tags; '!slow' leaves out. May be repeated.",
        "只取带有其中任一标签的场景；'!slow' 表示排除。可多次给出。"), valueName: "tag,…"))
  var tag: [String] = []

  @Option(
    help: ArgumentHelp(
      Words.pick("Only scenarios of these priorities.", "只取这些优先级的场景。"), valueName: "P0,…"))
  var priority: [String] = []

  @Option(
    help: ArgumentHelp(
      Words.pick(
        "Only scenarios whose id or title matches (RE2, capitals do not count).",
        "只取编号或标题匹配的场景（RE2 语法，不区分大小写）。"), valueName: "pattern"))
  var grep: String?

  @Flag(
    help: ArgumentHelp(
      Words.pick(
        "Only scenarios that did not pass in the last run of the results folder.",
        "只取结果文件夹中最近一次运行里没有通过的场景。")))
  var lastFailed = false

  func validate() throws {
    guard let grep else { return }
    do throws(PatternError) {
      _ = try Self.pattern(grep)
    } catch {
      throw ValidationError(
        Words.pick(
          "--grep '\(grep)' is no pattern: \(error.message(in: .english))",
          "--grep '\(grep)' 不是有效的模式：\(error.message(in: .chinese))"))
    }
  }

  /// Capitals do not count.
  static func pattern(_ text: String) throws(PatternError) -> Pattern {
    try Pattern("(?i)(?:\(text))")
  }
}
