/// The argument parser's own words in Chinese: it speaks English alone.
enum ChineseHelp {
  static func text(_ english: String) -> String {
    var lines = english.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for index in lines.indices { lines[index] = line(lines[index]) }
    return values(lines.joined(separator: "\n"))
  }

  private static let headings = [
    ("OVERVIEW: ", "概述："), ("USAGE: ", "用法："), ("Usage: ", "用法："), ("ARGUMENTS:", "参数："),
    ("OPTIONS:", "选项："), ("SUBCOMMANDS:", "子命令："), ("Help:  ", "说明："),
  ]

  private static let endings = [
    ("Show the version.", "显示版本。"), ("Show help information.", "显示帮助。"),
    ("Show subcommand help information.", "显示子命令的帮助。"),
  ]

  private static func line(_ line: String) -> String {
    if line.hasPrefix("Error: ") { return "错误：" + error(String(line.dropFirst(7))) }
    if let match = line.wholeMatch(of: #/ +See '(.+)' for (more information|detailed help)\./#) {
      return "  详见 '\(match.output.1)'。"
    }
    for (english, chinese) in headings where line.hasPrefix(english) {
      return chinese + line.dropFirst(english.count)
    }
    for (english, chinese) in endings where line.hasSuffix(english) {
      return line.dropLast(english.count) + chinese
    }
    return line
  }

  /// What stands behind an option: `(values: en, zh)`, `(default: 16)`, also across two lines.
  private static func values(_ text: String) -> String {
    text.replacing(#/ ?\(values:\s+([^()]+);\s+default:\s+([^()]+)\)/#) {
      "（可选：\($0.output.1)；默认：\($0.output.2)）"
    }
    .replacing(#/ ?\(values:\s+([^()]+)\)/#) { "（可选：\($0.output.1)）" }
    .replacing(#/ ?\(default:\s+([^()]+)\)/#) { "（默认：\($0.output.1)）" }
  }

  // MARK: Errors

  private static func error(_ text: String) -> String {
    if let match = text.wholeMatch(of: #/Unknown option '(.+)'\. Did you mean '(.+)'\?/#) {
      return "未知的选项 '\(match.output.1)'，是否想写 '\(match.output.2)'？"
    }
    if let match = text.wholeMatch(of: #/The value '(.*)' is invalid for '(.+?)'(.*)/#) {
      return "'\(match.output.2)' 不能取值 '\(match.output.1)'" + choices(match.output.3)
    }
    if let match = text.wholeMatch(
      of: #/The option '(.+)' does not take any value, but '(.*)' was specified\./#)
    {
      return "选项 '\(match.output.1)' 不带值，却给出了 '\(match.output.2)'"
    }
    return quoted(text) ?? text
  }

  /// Sentences around one thing in quotes.
  private static func quoted(_ text: String) -> String? {
    let sentences = [
      (#/Unknown option '(.+)'/#, "未知的选项"), (#/Missing value for '(.+)'/#, "缺少取值："),
      (#/Missing expected argument '(.+)'/#, "缺少参数"), (#/Missing one of: '(.+)'/#, "缺少其中之一："),
      (#/Unexpected argument '(.+)'/#, "多余的参数"),
      (#/\d+ unexpected arguments: '(.+)'/#, "多余的参数"),
    ]
    for (pattern, chinese) in sentences {
      guard let match = text.wholeMatch(of: pattern) else { continue }
      return "\(chinese) '\(match.output.1)'"
    }
    return nil
  }

  /// `. Please provide one of 'a', 'b' or 'c'.`
  private static func choices(_ text: Substring) -> String {
    guard let match = text.wholeMatch(of: #/\. Please provide one of (.+)\./#) else {
      return text.hasPrefix(":") ? "：" + text.dropFirst().drop(while: \.isWhitespace) : String(text)
    }
    let names = match.output.1.replacing(" or ", with: ", ").replacing(" and ", with: ", ")
    return "，可选：\(names.replacing(", ", with: "、"))"
  }
}
