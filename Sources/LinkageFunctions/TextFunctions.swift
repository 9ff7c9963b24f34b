import CEL
import Values

/// Pieces of text by pattern (RE2 syntax).
enum TextFunctions {
  static let all = [extract, extractAll]

  /// `text.extract(pattern)`: the first group of the first match, or the match without groups.
  private static let extract = HostFunction(
    name: "extract", arity: 1, receiver: true, result: .string, check: check
  ) { (arguments: [Value]) throws(HostError) -> Value in
    let (text, pattern) = try texts(arguments)
    let compiled = try compile(pattern)
    guard let match = compiled.firstMatch(in: text) else {
      throw HostError(
        code: "no-match", message: "no match of \(pattern)", chinese: "没有与 `\(pattern)` 匹配的内容")
    }
    return .string(group(match))
  }

  /// `text.extractAll(pattern)`: the same for every match; an empty list without one.
  private static let extractAll = HostFunction(
    name: "extractAll", arity: 1, receiver: true, result: .list(.string), check: check
  ) { (arguments: [Value]) throws(HostError) -> Value in
    let (text, pattern) = try texts(arguments)
    return .list(try compile(pattern).allMatches(in: text).map { .string(group($0)) })
  }

  private static func texts(_ arguments: [Value]) throws(HostError) -> (String, String) {
    guard arguments.count == 2, let text = arguments[0].stringValue,
      let pattern = arguments[1].stringValue
    else {
      throw HostError(
        code: "type", message: "takes a string and a pattern", chinese: "需要一个字符串和一个正则表达式")
    }
    return (text, pattern)
  }

  private static func compile(_ pattern: String) throws(HostError) -> Pattern {
    do throws(PatternError) {
      return try Pattern(pattern)
    } catch {
      throw invalid(error)
    }
  }

  /// What is wrong with a pattern, whatever the text is.
  @Sendable private static func check(_ literals: [Value?]) -> HostFunction.ArgumentProblem? {
    guard let pattern = literals.last??.stringValue else { return nil }
    do throws(PatternError) {
      _ = try Pattern(pattern)
      return nil
    } catch {
      return HostFunction.ArgumentProblem(argument: literals.count - 1, error: invalid(error))
    }
  }

  private static func invalid(_ error: PatternError) -> HostError {
    HostError(
      code: "pattern", message: "`\(error.pattern)` is no pattern: \(error.message)",
      chinese: "`\(error.pattern)` 不是有效的正则表达式：\(error.message(in: .chinese))")
  }

  private static func group(_ match: Pattern.Match) -> String {
    match.captures.isEmpty ? match.text : match.captures[0]?.text ?? ""
  }
}
