import CEL
import Values

/// Pieces of text by pattern (RE2 syntax).
enum TextFunctions {
  static let all = [extract, extractAll]

  /// `text.extract(pattern)`: the first group of the first match, or the match without groups.
  private static let extract = HostFunction(name: "extract", arity: 1, receiver: true) {
    (arguments: [Value]) throws(HostError) -> Value in
    let (text, pattern) = try texts(arguments)
    let compiled = try compile(pattern)
    guard let match = compiled.firstMatch(in: text) else {
      throw HostError(code: "no-match", message: "no match of \(pattern)")
    }
    return .string(group(match))
  }

  /// `text.extractAll(pattern)`: the same for every match; an empty list without one.
  private static let extractAll = HostFunction(name: "extractAll", arity: 1, receiver: true) {
    (arguments: [Value]) throws(HostError) -> Value in
    let (text, pattern) = try texts(arguments)
    return .list(try compile(pattern).allMatches(in: text).map { .string(group($0)) })
  }

  private static func texts(_ arguments: [Value]) throws(HostError) -> (String, String) {
    guard arguments.count == 2, let text = arguments[0].stringValue,
      let pattern = arguments[1].stringValue
    else { throw HostError(code: "type", message: "takes a string and a pattern") }
    return (text, pattern)
  }

  private static func compile(_ pattern: String) throws(HostError) -> Pattern {
    do throws(PatternError) {
      return try Pattern(pattern)
    } catch {
      throw HostError(code: "pattern", message: "\(error)")
    }
  }

  private static func group(_ match: Pattern.Match) -> String {
    match.captures.isEmpty ? match.text : match.captures[0]?.text ?? ""
  }
}
