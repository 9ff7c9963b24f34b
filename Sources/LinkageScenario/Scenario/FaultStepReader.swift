import CEL
import LinkageCore
import Values

/// Reads a step that breaks something of the system.
///
/// What it hands to the target's operation are the step's inputs: `link`, `type`, `attributes`,
/// those of `settings` that it gives, the fault's own `id`, and `lengthMs`.
struct FaultStepReader {
  let step: StepReader
  let fields: Fields
  private var reader: NodeReader { step.reader }

  /// Besides the one key that names what is broken.
  static let settings = ["stage", "match", "probability", "count", "after"]
  private static let own = ["link", "for"] + settings

  /// What a target's operation is given, by name.
  static let inputs: [String: StaticType] = [
    "id": .string, "link": .string, "type": .string, "attributes": .map(key: .string, value: .dyn),
    "lengthMs": .int, "stage": .dyn, "match": .dyn, "probability": .dyn, "count": .dyn,
    "after": .dyn,
  ]

  /// What a mapping under `fault` breaks: its first key that is none of the others.
  static func type(of node: YAMLNode?) -> String? {
    node?.keys.compactMap(\.scalarText).first { !own.contains($0) }
  }

  /// `nil` after a report when nothing says what is broken.
  func read() -> StepRead? {
    guard let node = fields["fault"], let entries = reader.entries(node, "fault") else {
      if let key = fields.key("fault"), fields["fault"] == nil { missingType(at: key) }
      return nil
    }
    let kinds = entries.filter { !Self.own.contains($0.key.scalarText ?? "") }
    guard let kind = kinds.first, let type = kind.key.scalarText else {
      missingType(at: node)
      return nil
    }
    if kinds.count > 1, let second = kinds[1].key.scalarText {
      reader.report(.conflictingKeys(first: type, second: second), at: kinds[1].key)
    }
    return read(node, kind, type)
  }

  private func missingType(at node: YAMLNode) {
    reader.report(.missingKey(key: known.joined(separator: " | "), owner: "fault"), at: node)
  }

  private func read(_ node: YAMLNode, _ kind: YAMLEntry, _ type: String) -> StepRead {
    let link = self.link(node.value("link"))
    let fault = self.fault(link, type, at: kind.key)
    let action = FaultAction(
      link: link, type: type, length: reader.duration(node.value("for"), "for"), fault: fault)
    let with = self.with(node, kind, link, type)
    if let fault { checkInputs(of: fault, with, node, kind) }
    let outputs = fault.flatMap {
      step.scope.surroundings.target.model?.operation($0.on.operation.name)
    }
    let shape = step.record(
      ["with": .any, "out": outputs?.outputShape ?? .any, "outcome": .value(.string)], fields)
    let after = step.before.adding(["out": outputs?.outputShape ?? .any])
    let lets = step.lets(fields, in: after)
    let read = Step(
      id: step.item.id, place: step.place, body: .fault(action), actor: nil, with: with,
      lets: lets.expressions, isFinally: step.item.isFinally)
    return StepRead(
      item: step.item, step: read, shape: shape, lets: lets.names, isPromised: false)
  }

  // MARK: Where

  private func link(_ node: YAMLNode?) -> String {
    guard let node, let text = reader.text(node, "link") else { return LinkName.both }
    let link = LinkName.withArrow(text)
    if link == LinkName.both || step.scope.platforms?.contains(link) == true { return link }
    guard let ends = LinkName.platforms(of: link) else {
      reader.report(
        .invalidValue(owner: "link", found: text, expected: "mini→web | web→mini | both"), at: node)
      return link
    }
    for end in ends { check(end, at: node) }
    return link
  }

  private func check(_ platform: String, at node: YAMLNode) {
    guard let known = step.scope.platforms, !known.contains(platform) else { return }
    let nearest = Nearest.name(to: platform, among: known)
    reader.report(.unknownPlatform(name: platform, nearest: nearest, known: known), at: node)
  }

  // MARK: What

  /// What the target can break, for advice.
  private var known: [String] {
    let own = step.scope.surroundings.target.model.map(types)?.filter { $0 != "*" } ?? []
    return own.isEmpty ? ["partition"] : own
  }

  private func types(of model: TargetModel) -> [String] {
    [String]().merging(
      model.faultModels.compactMap { $0.name.split(separator: " ").last.map(String.init) })
  }

  /// How the target does it; what it lacks is skipped, what it calls a little differently is a slip.
  private func fault(_ link: String, _ type: String, at key: YAMLNode) -> Target.Fault? {
    guard let model = step.scope.surroundings.target.model else { return nil }
    for name in ["\(link) \(type)", type, "*"] {
      if let found = model.faults.first(where: { $0.name == name }) {
        if name == "*" { checkKnown(type, at: key) }
        return found
      }
      // One whose operations are wrong has been reported where it stands.
      if model.faultModels.contains(where: { $0.name == name }) { return nil }
    }
    let known = types(of: model)
    if !known.contains(type), let nearest = Nearest.name(to: type, among: known) {
      reader.report(.unknownKey(key: type, owner: "fault", nearest: nearest, known: known), at: key)
    }
    return nil
  }

  /// A target that leaves it to the system which faults there are may still know them.
  private func checkKnown(_ type: String, at key: YAMLNode) {
    let known = step.scope.surroundings.faults
    guard !known.isEmpty, !known.contains(type) else { return }
    let nearest = Nearest.name(to: type, among: known)
    reader.report(.unknownKey(key: type, owner: "fault", nearest: nearest, known: known), at: key)
  }

  // MARK: How

  private func with(
    _ node: YAMLNode, _ kind: YAMLEntry, _ link: String, _ type: String
  ) -> [Template.Entry] {
    let expressions = step.expressions
    var with = [
      Template.Entry(key: "link", value: .constant(.string(link))),
      Template.Entry(key: "type", value: .constant(.string(type))),
    ]
    let attributes =
      kind.value.isAbsent ? [] : expressions.entries(kind.value, type, in: step.before)
    with.append(Template.Entry(key: "attributes", value: Self.map(attributes)))
    for name in Self.settings {
      guard let value = node.value(name), isSound(value, name),
        let template = expressions.template(value, in: step.before)
      else { continue }
      with.append(Template.Entry(key: name, value: template))
    }
    return with
  }

  private static func map(_ entries: [Template.Entry]) -> Template {
    entries.isEmpty ? .constant(.map(ValueMap())) : .map(entries)
  }

  private func isSound(_ node: YAMLNode, _ name: String) -> Bool {
    guard case .scalar(let scalar) = node.content, scalar.isPlain else { return true }
    switch name {
    case "count": return reader.count(node, name, in: 1...1_000_000) != nil
    case "probability":
      let value = PlainValue(scalar).value
      let share = value.doubleValue ?? value.intValue.map(Double.init)
      if let share, (0...1).contains(share) { return true }
      if scalar.text.contains("${") { return true }
      reader.report(
        .invalidValue(owner: name, found: scalar.text, expected: "0 … 1"), at: node)
      return false
    default: return true
    }
  }

  /// What the step asks for and the operation takes no notice of would be dropped in silence.
  private func checkInputs(
    of fault: Target.Fault, _ with: [Template.Entry], _ node: YAMLNode, _ kind: YAMLEntry
  ) {
    let operation = fault.on.operation
    guard operation.errors != nil else { return }
    let known = operation.inputs.map(\.name)
    for name in Self.settings where with.contains(where: { $0.key == name }) {
      guard !known.contains(name), let key = node.keys.first(where: { $0.scalarText == name })
      else { continue }
      reader.report(
        .unknownInput(name: name, operation: operation.name, nearest: nil, known: known), at: key)
    }
    guard !known.contains("attributes") else { return }
    for key in kind.value.keys {
      let (name, owner) = (key.scalarText ?? "", kind.key.scalarText ?? "fault")
      reader.report(.unknownKey(key: name, owner: owner, nearest: nil, known: []), at: key)
    }
  }
}
