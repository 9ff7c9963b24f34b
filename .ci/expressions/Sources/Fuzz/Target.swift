import CEL
import Values

/// What is given inputs, and what must hold of each answer. A broken promise ends the process.
enum Target: String, CaseIterable {
  case expressions, patterns, json

  var corpus: Corpus {
    switch self {
    case .expressions: .expressions
    case .patterns: .patterns
    case .json: .json
    }
  }

  /// Whether the input was valid.
  func run(_ bytes: [UInt8], _ generator: inout SeededGenerator) -> Bool {
    let text = String(decoding: bytes, as: UTF8.self)
    return switch self {
    case .expressions: expression(text, &generator)
    case .patterns: pattern(text, &generator)
    case .json: json(bytes)
    }
  }

  private static let scope = Scope(variables: [
    "a": 1, "b": ["c": [1, 2, 3]], "out": ["points": 5, "level": "x", "a-b": ["c": [1]]],
    "x": "text", "items": [["price": 20, "sku": "A1"]], "before": ["out": ["points": 5]],
    "y": true, "earn": ["with": ["amount": 0]],
  ])

  private func expression(_ source: String, _ generator: inout SeededGenerator) -> Bool {
    let isBounded = Int.random(in: 0..<100, using: &generator) > 0
    let limits = isBounded ? Limits(steps: 20_000, outputSize: 1 << 20) : .default
    let length = source.utf8.count
    let expression: Expression
    do {
      expression = try Expression(source, limits: limits)
    } catch {
      precondition(error.range.upperBound <= length && !error.message.isEmpty)
      precondition(!error.message(in: .chinese).isEmpty)
      return false
    }
    let (_, problems) = expression.checked { ["a", "x"].contains($0) ? .int : nil }
    precondition(problems.allSatisfy { $0.range.upperBound <= length && !"\($0)".isEmpty })
    let explanation = expression.explain(in: Self.scope)
    precondition(explanation.parts.allSatisfy { $0.range.upperBound <= length })
    if case .failure(let error) = explanation.result {
      precondition(error.range.upperBound <= length && !error.message(in: .chinese).isEmpty)
    }
    return true
  }

  private func pattern(_ source: String, _ generator: inout SeededGenerator) -> Bool {
    guard let pattern = try? Pattern(source) else { return false }
    let texts = ["", "aab", "bébéa1\nc 中", String(repeating: "a", count: 40)]
    let text = texts.randomElement(using: &generator) ?? ""
    let match = pattern.firstMatch(in: text)
    precondition((match != nil) == pattern.matches(text))
    precondition(pattern.allMatches(in: text).first == match)
    return true
  }

  private func json(_ bytes: [UInt8]) -> Bool {
    do {
      let value = try Value(jsonBytes: bytes)
      precondition((try? Value(json: value.json())) == value)
      precondition((try? Value(json: value.json(pretty: true, sortedKeys: true))) == value)
      return true
    } catch {
      precondition(error.offset <= bytes.count && !error.message.isEmpty)
      return false
    }
  }
}
