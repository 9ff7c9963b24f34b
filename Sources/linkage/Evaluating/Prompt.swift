import CEL
import LinkageReport
import Values

/// Evaluates the lines of standard input, one after the other.
struct Prompt {
  private static let commands = [":help", ":vars", ":explain", ":quit"]

  private var evaluator: Evaluator
  private var reader: LineReader
  private let world: World
  /// Names that lines have bound, beside those given.
  private var number = 0
  private var lastFailed = false

  init(_ evaluator: Evaluator, _ reader: LineReader) {
    self.evaluator = evaluator
    self.reader = reader
    world = evaluator.printer.world
  }

  /// Until `:quit` or the end: at a terminal all is well then, a script fails with its last line.
  mutating func run() -> ExitCode {
    if world.isInputTerminal { world.errors(Self.greeting + "\n") }
    while let line = next() {
      let text = line.trimmed
      if text == ":quit" { break }
      if text.isEmpty || text.hasPrefix("//") { continue }
      lastFailed = !take(line, text)
    }
    return lastFailed && !world.isInputTerminal ? .failed : .passed
  }

  private mutating func next() -> String? {
    if world.isInputTerminal { world.errors("> ") }
    number += 1
    guard let line = reader.next() else {
      if world.isInputTerminal { world.errors("\n") }
      return nil
    }
    return world.isInputTerminal ? Self.withoutKeys(line) : line
  }

  /// A line without what arrows and other keys send, as the prompt edits no lines (ECMA-48, 5.4).
  private static func withoutKeys(_ line: String) -> String {
    line.replacing(
      #/\x1B(?:\[[0-?]*[ -\/]*[@-~]|O[A-Za-z]|)/#.matchingSemantics(.unicodeScalar), with: "")
  }

  /// Whether all went well.
  private mutating func take(_ line: String, _ text: String) -> Bool {
    if text.hasPrefix(":") { return command(line, text) }
    if let (name, offset) = Self.binding(line) { return bind(name, self.line(line, from: offset)) }
    return evaluator.show(self.line(line, from: 0), isExplained: false)
  }

  private func line(_ text: String, from offset: Int) -> Evaluator.Line {
    Evaluator.Line(
      text: text, name: world.isInputTerminal ? "expression" : "stdin",
      number: world.isInputTerminal ? 1 : number, offset: offset)
  }

  private mutating func bind(_ name: String, _ line: Evaluator.Line) -> Bool {
    do throws(EvaluationFailure) {
      guard Givens.isName(name) else {
        throw EvaluationFailure(problem: .invalidName(name))
      }
      evaluator.scope = evaluator.scope.with(name, try evaluator.value(of: line))
      return true
    } catch {
      evaluator.print(error)
      return false
    }
  }

  /// `name = expression`: the name, and how many bytes stand before the expression.
  private static func binding(_ line: String) -> (name: String, offset: Int)? {
    guard let match = line.prefixMatch(of: #/\s*([A-Za-z_][A-Za-z0-9_]*)\s*=(?!=)/#) else {
      return nil
    }
    return (String(match.output.1), line[..<match.range.upperBound].utf8.count)
  }

  // MARK: Commands

  private func command(_ line: String, _ text: String) -> Bool {
    let name = String(text.prefix { !$0.isWhitespace })
    switch name {
    case ":help": world.output(Self.help + "\n")
    case ":vars": world.output(variables)
    case ":explain":
      let offset = line.firstRange(of: name).map { line[..<$0.upperBound].utf8.count } ?? 0
      return evaluator.show(self.line(line, from: offset), isExplained: true)
    default:
      let nearest = Nearest.name(to: name, among: Self.commands)
      evaluator.print(
        EvaluationFailure(problem: .unknownCommand(name: name, nearest: nearest)))
      return false
    }
    return true
  }

  /// Every name with its type; values may be long.
  private var variables: String {
    evaluator.scope.names.map { "\($0)  \(evaluator.scope[$0]?.typeName ?? "")\n" }.joined()
  }

  private static var greeting: String {
    Words.pick(
      "CEL expressions, one a line. :help lists the commands, Ctrl-D ends.",
      "每行输入一个 CEL 表达式。:help 列出命令，Ctrl-D 结束。")
  }

  private static var help: String {
    Words.pick(
      """
      expression            prints its value
      name = expression     keeps the value under a name
      :explain expression   prints the values of its parts, too
      :vars                 lists the names and their types
      :quit                 ends, as Ctrl-D does
      """,
      """
      表达式               打印它的值
      名称 = 表达式        把值保存在这个名称下
      :explain 表达式      同时打印各部分的值
      :vars                列出所有名称及其类型
      :quit                结束，与 Ctrl-D 相同
      """)
  }
}

extension String {
  /// Without white space at either end.
  fileprivate var trimmed: String {
    let start = drop(while: \.isWhitespace)
    return String(
      start.prefix(
        upTo: start.lastIndex { !$0.isWhitespace }.map(start.index(after:)) ?? start.startIndex))
  }
}
