/// Makes controls of elements, with the values they have before anybody touches them.
struct ControlReader {
  var tree: MarkupTree

  /// `nil` for what never sends anything, such as `<input type=reset>`.
  func control(_ node: Int, isDisabled: Bool) -> FormControl? {
    guard let tag = tree.tag(node) else { return nil }
    var control = FormControl(
      kind: .text, name: tag["name"] ?? "", isDisabled: isDisabled || tag["disabled"] != nil,
      tag: tag)
    switch tag.name {
    case "textarea":
      control.values = [text(of: node)]
      control.directionName = tag["dirname"]
    case "select": read(select: node, into: &control)
    case "button":
      let type = tag["type"]?.asciiLowercased
      guard type != "reset", type != "button" else { return nil }
      control.kind = .button
      control.choices = [choice(tag["value"] ?? "")]
    case "input": return read(input: tag, into: control)
    default: return nil
    }
    return control
  }

  private func text(of area: Int) -> String {
    let text = tree.text(of: area)
    return text.utf8.first == 0x0A ? String(text.unicodeScalars.dropFirst()) : text
  }

  // MARK: input

  private func read(input tag: MarkupTag, into control: FormControl) -> FormControl? {
    var control = control
    let type = tag["type"]?.asciiLowercased ?? "text"
    switch type {
    case "reset", "button": return nil
    case "submit", "image":
      control.kind = type == "image" ? .image : .button
      // Without a value the browser shows a word of its own and sends it where there is a name.
      control.choices = [choice(tag["value"] ?? (type == "submit" ? "Submit" : ""))]
    case "checkbox", "radio":
      control.kind = type == "radio" ? .radio : .checkbox
      control.choices = [choice(tag["value"] ?? "on")]
      if tag["checked"] != nil { control.values = control.choices.map(\.value) }
    case "file":
      control.kind = .file
      control.values = [""]
    default:
      control.values = [InputValue.initial(of: tag, type: type)]
      if InputValue.hasDirection(type) { control.directionName = tag["dirname"] }
    }
    return control
  }

  private func choice(_ value: String) -> FormControl.Choice {
    FormControl.Choice(value: value, label: value)
  }

  // MARK: select

  private func read(select node: Int, into control: inout FormControl) {
    let isMultiple = tree.has("multiple", node)
    control.kind = .select(isMultiple: isMultiple)
    let options = options(of: node)
    let enabled = options.filter { !$0.isDisabled }
    control.choices = enabled.map(\.choice)
    if isMultiple {
      control.values = enabled.filter(\.isSelected).map(\.choice.value)
    } else if let last = options.last(where: \.isSelected) {
      // A disabled option may be the chosen one; then nothing is sent.
      control.values = last.isDisabled ? [] : [last.choice.value]
    } else if showsOne(node) {
      control.values = enabled.prefix(1).map(\.choice.value)
    }
  }

  private func showsOne(_ select: Int) -> Bool {
    (tree.attribute("size", of: select)?.htmlTrimmed).flatMap { Int($0) } ?? 1 <= 1
  }

  private struct Option {
    var choice: FormControl.Choice
    var isSelected: Bool
    var isDisabled: Bool
  }

  private func options(of select: Int) -> [Option] {
    tree.descendants(of: select).compactMap { node in
      guard let tag = tree.tag(node), tag.name == "option" else { return nil }
      let text = tree.text(of: node).htmlCollapsed
      let parent = tree.nodes[node].parent
      let isInDisabled =
        parent.map { tree.name($0) == "optgroup" && tree.has("disabled", $0) } ?? false
      return Option(
        choice: FormControl.Choice(value: tag["value"] ?? text, label: tag["label"] ?? text),
        isSelected: tag["selected"] != nil, isDisabled: isInDisabled || tag["disabled"] != nil)
    }
  }
}
