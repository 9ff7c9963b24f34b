import Yams

/// Compares a file with its shape, and says of the first difference where it is.
struct ConfigCheck {
  private static let nothing = FaultText(
    "keys with values, such as apps: […]", "带键的对象，例如 apps: […]")

  static func compose(_ yaml: String) throws(ConfigError) -> Node {
    do {
      guard let node = try Yams.compose(yaml: yaml) else {
        throw ConfigError(
          line: 1, path: "", .value(expected: nothing, found: FaultText("an empty file", "空文件")))
      }
      return node
    } catch let error as ConfigError {
      throw error
    } catch let YamlError.scanner(_, problem, mark, _), let YamlError.parser(_, problem, mark, _),
      let YamlError.composer(_, problem, mark, _)
    {
      throw ConfigError(line: mark.line, path: "", .yaml(problem))
    } catch let YamlError.duplicatedKeysInMapping(names, context) {
      throw ConfigError(
        line: context.mark.line, path: names.min() ?? "", .twiceHere)
    } catch {
      throw ConfigError(line: 1, path: "", .yaml("\(error)"))
    }
  }

  static func check(
    _ node: Node, _ shape: ConfigShape, at path: String = ""
  ) throws(ConfigError) {
    switch shape {
    case .text(let expected, let isValid):
      guard let text = node.scalar?.string, isValid(text) else { throw wrong(node, path, expected) }
    case .choice(let names):
      guard let text = node.scalar?.string, names.contains(text) else {
        throw wrong(node, path, .oneOf(names))
      }
    case .flag:
      guard node.bool != nil else { throw wrong(node, path, .oneOf(["true", "false"])) }
    case .list(let item):
      guard let sequence = node.sequence else {
        throw wrong(node, path, FaultText("a list", "列表"))
      }
      for (index, node) in sequence.enumerated() { try check(node, item, at: "\(path)[\(index)]") }
    case .map(let fields): try check(node, fields, at: path)
    }
  }

  private static func check(
    _ node: Node, _ fields: [ConfigShape.Field], at path: String
  ) throws(ConfigError) {
    guard let mapping = node.mapping else {
      throw wrong(node, path, FaultText("keys with values", "带键的对象"))
    }
    let names = fields.map(\.name)
    for (key, value) in mapping {
      let name = key.string ?? ""
      guard let field = fields.first(where: { $0.name == name }) else {
        throw ConfigError(
          line: line(of: key), path: join(path, name), .unknownKey(known: names))
      }
      try check(value, field.shape, at: join(path, name))
    }
    for field in fields where field.isNeeded && mapping[field.name] == nil {
      throw ConfigError(line: line(of: node), path: join(path, field.name), .missing)
    }
  }

  static func line(of node: Node) -> Int { node.mark?.line ?? 1 }

  private static func join(_ path: String, _ name: String) -> String {
    path.isEmpty ? name : "\(path).\(name)"
  }

  private static func wrong(_ node: Node, _ path: String, _ expected: FaultText) -> ConfigError {
    let found =
      switch node {
      case .scalar(let scalar): FaultText("\"\(scalar.string)\"", "\"\(scalar.string)\"")
      case .sequence: FaultText("a list", "列表")
      case .mapping: FaultText("keys with values", "带键的对象")
      case .alias: FaultText("an alias", "别名")
      }
    return ConfigError(line: line(of: node), path: path, .value(expected: expected, found: found))
  }
}
