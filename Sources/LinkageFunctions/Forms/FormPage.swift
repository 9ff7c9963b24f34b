import LinkageCore

/// The forms of a page, each with its controls.
struct FormPage {
  let tree: MarkupTree
  /// In document order.
  private(set) var forms: [Int] = []
  private var controls: [Int: [FormControl]] = [:]
  /// Against which relative addresses are read.
  private(set) var base: String?

  init(_ tree: MarkupTree) {
    self.tree = tree
    let reader = ControlReader(tree: tree)
    let surroundings = Surroundings.all(in: tree)
    var ids: [String: Int] = [:]
    for node in tree.nodes.indices where !surroundings[node].isInert {
      guard let tag = tree.tag(node) else { continue }
      if let id = tag["id"], ids[id] == nil { ids[id] = node }
      if tag.name == "form" { forms.append(node) }
      if tag.name == "base", base == nil { base = tag["href"] }
    }
    for node in tree.nodes.indices where !surroundings[node].isInert {
      guard let tag = tree.tag(node), HtmlRules.controls.contains(tag.name),
        !surroundings[node].isInList, let form = owner(of: node, tag, ids),
        let control = reader.control(node, isDisabled: surroundings[node].isDisabled)
      else { continue }
      controls[form, default: []].append(control)
    }
    for form in forms { controls[form]?.keepOneOfEachGroup() }
  }

  func controls(of form: Int) -> [FormControl] { controls[form] ?? [] }

  private func owner(of node: Int, _ tag: MarkupTag, _ ids: [String: Int]) -> Int? {
    guard let id = tag["form"] else { return tree.nodes[node].form }
    return ids[id].flatMap { tree.name($0) == "form" ? $0 : nil }
  }

  /// Selectors that choose each form.
  var selectors: [String] {
    let plain = forms.map { plainSelector(of: $0) }
    let counts = plain.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    return plain.enumerated().map { index, selector in
      counts[selector] == 1 ? selector : "(//form)[\(index + 1)]"
    }
  }

  private func plainSelector(of form: Int) -> String {
    for name in ["id", "name", "action"] {
      guard let value = tree.attribute(name, of: form), !value.isEmpty, !value.contains("\"")
      else { continue }
      let isPlain = value.utf8.allSatisfy { $0.isLetter || $0.isDigit || "-_".utf8.contains($0) }
      return name == "id" && isPlain ? "form#\(value)" : "form[\(name)=\"\(value)\"]"
    }
    return "form"
  }
}

/// What the elements around a node mean for it.
private struct Surroundings {
  /// Inside of a template.
  var isInert = false
  /// Inside of a disabled fieldset, but not in its first legend.
  var isDisabled = false
  /// Inside of a datalist.
  var isInList = false

  static func all(in tree: MarkupTree) -> [Surroundings] {
    var all: [Surroundings] = []
    all.reserveCapacity(tree.nodes.count)
    var legends: Set<Int> = []
    for (index, node) in tree.nodes.enumerated() {
      guard let parent = node.parent else {
        all.append(Surroundings())
        continue
      }
      var here = all[parent]
      switch tree.name(parent) {
      case "template": here.isInert = true
      case "datalist": here.isInList = true
      case "fieldset" where tree.has("disabled", parent):
        let isFirstLegend = tree.name(index) == "legend" && legends.insert(parent).inserted
        if !isFirstLegend { here.isDisabled = true }
      default: break
      }
      all.append(here)
    }
    return all
  }
}

extension [FormControl] {
  /// Of the checked radio buttons with one name the last one stays checked.
  fileprivate mutating func keepOneOfEachGroup() {
    var seen: Set<String> = []
    for index in indices.reversed() where self[index].isRadio && !self[index].values.isEmpty {
      if !self[index].name.isEmpty, !seen.insert(self[index].name).inserted {
        self[index].values = []
      }
    }
  }
}
