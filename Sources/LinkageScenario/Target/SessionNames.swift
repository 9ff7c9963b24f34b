import LinkageCore
import Values

/// The names that requests keep in their sessions: a header that waits for a mistyped one would
/// never be sent.
struct SessionNames {
  /// In the order in which they are found.
  private(set) var names: [String] = []
  private var platforms: [String: [String]] = [:]

  /// From the roots of targets, and of scenarios and flows.
  init(targets: [YAMLNode] = [], scenarios: [YAMLNode] = []) {
    for target in targets {
      guard case .mapping(let operations)? = target.value("operations")?.content else { continue }
      for operation in operations {
        let platform = operation.key.scalarText.map { String($0.prefix { $0 != "." }) }
        add(operation.value, on: platform)
      }
    }
    for scenario in scenarios {
      for steps in ["steps", "finally"] { scenario.value(steps).map { add($0, on: nil) } }
    }
  }

  var shape: Shape { .plain("session", names) }

  /// The platforms for which a name is set, in alphabetical order.
  func platforms(setting name: String) -> [String] {
    platforms[name, default: []].sorted()
  }

  /// A request, those of a list, and those of the steps inside a step.
  private mutating func add(_ node: YAMLNode, on platform: String?) {
    if case .list(let items) = node.content {
      for item in items { add(item, on: platform) }
      return
    }
    node.value("together").map { add($0, on: platform) }
    let platform = node.value("on")?.scalarText ?? platform
    for key in node.keys(under: "session") {
      guard let name = key.scalarText, let platform else { continue }
      if !names.contains(name) { names.append(name) }
      if !platforms[name, default: []].contains(platform) {
        platforms[name, default: []].append(platform)
      }
    }
  }
}
