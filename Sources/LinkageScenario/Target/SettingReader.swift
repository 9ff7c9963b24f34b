import CEL
import LinkageCore
import Values

/// Reads values of a platform, in which `env` and `secret` are filled in.
struct SettingReader {
  let reader: NodeReader
  let library: Library

  func text(_ fields: Fields, _ key: String) -> Setting<String>? {
    setting(fields, key) { reader.text($0, key) }
  }

  func flag(_ fields: Fields, _ key: String) -> Setting<Bool>? {
    setting(fields, key, isPlain: true) { reader.flag($0, key) }
  }

  func count(_ fields: Fields, _ key: String, in range: ClosedRange<Int>) -> Setting<Int>? {
    setting(fields, key, isPlain: true) { reader.count($0, key, in: range) }
  }

  func duration(_ fields: Fields, _ key: String) -> Setting<Nanoseconds>? {
    setting(fields, key) { reader.duration($0, key) }
  }

  /// One of several words.
  func choice<Value>(
    _ fields: Fields, _ key: String, _ choices: KeyValuePairs<String, Value>
  ) -> Setting<Value>? {
    let expected = choices.map(\.key).joined(separator: " | ")
    return parsed(fields, key, expected: expected) { text in
      choices.first { $0.key == text }?.value
    }
  }

  /// A text with a meaning; one that has none is reported.
  func parsed<Value>(
    _ fields: Fields, _ key: String, expected: String, _ parse: (String) -> Value?
  ) -> Setting<Value>? {
    setting(fields, key) { node in
      guard let text = reader.text(node, key) else { return nil }
      if let value = parse(text) { return value }
      reader.report(.invalidValue(owner: key, found: text, expected: expected), at: node)
      return nil
    }
  }

  /// What `read` makes of a key's value; `nil` where there is no such key.
  ///
  /// - Parameter isPlain: whether what is filled in may be a number or a truth.
  func setting<Value>(
    _ fields: Fields, _ key: String, isPlain: Bool = false, _ read: (YAMLNode) -> Value?
  ) -> Setting<Value>? {
    fields[key].map { node in
      var setting = setting(node, key, isPlain: isPlain, read)
      setting.place = reader.place(fields.target(key))
      return setting
    }
  }

  func setting<Value>(
    _ node: YAMLNode, _ owner: String, isPlain: Bool = false, _ read: (YAMLNode) -> Value?
  ) -> Setting<Value> {
    let missing = ProblemList()
    let filled = filled(node, owner, isPlain: isPlain, missing)
    return Setting(value: read(filled), place: reader.place(node), missing: missing)
  }

  private func filled(
    _ node: YAMLNode, _ owner: String, isPlain: Bool, _ missing: ProblemList
  ) -> YAMLNode {
    var result = node
    switch node.content {
    case .scalar(let scalar):
      guard TemplateScanner.hasExpression(scalar.text) else { break }
      let text = text(of: node, owner, missing)
      result.content =
        text.map { .scalar(YAMLScalar(text: $0, isPlain: isPlain, textOffset: nil)) } ?? .broken
    case .list(let items):
      result.content = .list(items.map { filled($0, owner, isPlain: isPlain, missing) })
    case .mapping(let entries):
      result.content = .mapping(
        entries.map { entry in
          let owner = entry.key.scalarText ?? owner
          let value = filled(entry.value, owner, isPlain: isPlain, missing)
          return YAMLEntry(key: entry.key, value: value)
        })
    case .broken: break
    }
    return result
  }

  private func text(of node: YAMLNode, _ owner: String, _ missing: ProblemList) -> String? {
    let before = (reader.problems.diagnostics.count, missing.diagnostics.count)
    let expressions = ExpressionReader(reader, library: library, missing: missing)
    let template = expressions.template(node, in: .loadTime(library))
    guard let template, before == (reader.problems.diagnostics.count, missing.diagnostics.count)
    else { return nil }
    if let value = value(template) { return value.stringValue ?? value.json() }
    let problem = Problem.invalidValue(
      owner: owner, found: node.scalarText ?? "", expected: "${env.NAME}, ${secret.NAME}")
    reader.report(problem, at: node)
    return nil
  }

  private func value(_ template: Template) -> Value? {
    switch template {
    case .constant(let value): value
    case .value(let located): try? located.expression.evaluate(in: library.scope)
    case .text, .list, .map: nil
    }
  }
}
