import CEL
import LinkageCore
import Values

/// Checks what a step hands to its operations or to its flow.
struct InputCheck {
  let reader: NodeReader
  let fields: Fields
  let with: [Template.Entry]
  let actor: ActingActor
  /// What a template gives where it stands, as far as that is known.
  let type: (Template) -> StaticType
  /// What expressions may name where it stands.
  var vocabulary = Vocabulary([:])

  init(
    reader: NodeReader, fields: Fields, with: [Template.Entry], actor: ActingActor,
    type: @escaping (Template) -> StaticType
  ) {
    self.reader = reader
    self.fields = fields
    self.with = with
    self.actor = actor
    self.type = type
  }

  init(step: StepReader, fields: Fields, with: [Template.Entry], actor: ActingActor) {
    self.init(reader: step.reader, fields: fields, with: with, actor: actor) {
      step.expressions.type(of: $0, in: step.before)
    }
    vocabulary = step.before
  }

  func check(_ model: OperationModel) {
    let name = model.operation.name
    if model.isPromised {
      check(model.operation.inputs, of: name, at: "do")
    } else {
      checkMissing(model.usedInputs, of: name, at: "do")
    }
  }

  /// - Parameter key: the key of the step to which a missing input is pinned.
  func check(_ inputs: [Field], of owner: String, at key: String) {
    checkKnown(inputs, of: owner)
    checkTypes(inputs)
    checkMissing(inputs.filter { !$0.isOptional }.map(\.name), of: owner, at: key)
  }

  func checkKnown(_ inputs: [Field], of owner: String) {
    let known = inputs.map(\.name)
    for key in fields["with"]?.keys ?? [] {
      guard let name = key.scalarText, !known.contains(name) else { continue }
      let nearest = Nearest.name(to: name, among: known)
      reader.report(
        .unknownInput(name: name, operation: owner, nearest: nearest, known: known), at: key)
    }
  }

  func checkTypes(_ inputs: [Field]) {
    for field in inputs {
      if let node = fields["with"]?.value(field.name) {
        checkGiven(field, at: node)
      } else if let type = actor.fields?[field.name], !field.allows(type) {
        let owner = [actor.name, field.name].compactMap { $0 }.joined(separator: ".")
        reader.report(
          .wrongType(owner: owner, found: "\(type)", expected: field.type.rawValue),
          at: fields.target(fields.has("as") ? "as" : "do"))
      }
    }
  }

  private func checkGiven(_ field: Field, at node: YAMLNode) {
    guard let template = with.first(where: { $0.key == field.name })?.value else { return }
    let owner = "with.\(field.name)"
    if let value = template.constantValue {
      guard !ConstantType.allows(value, field), !TextReference.isMember(node, in: vocabulary)
      else { return }
      if let text = TextReference.text(node, in: vocabulary) {
        reader.report(.spelling(.referenceAsText(text: text)), at: node)
        return
      }
      reader.wrongType(node, owner, expected: field.type.rawValue)
    } else {
      let type = self.type(template)
      guard !field.allows(type) else { return }
      reader.report(
        .wrongType(owner: owner, found: "\(type)", expected: field.type.rawValue), at: node)
    }
  }

  /// Texts that name a value, as in `orderId: order.out.orderId`, whatever may be given there.
  func checkTexts() {
    for template in with {
      guard let node = fields["with"]?.value(template.key),
        TextReference.isMember(node, in: vocabulary), let text = node.scalarText
      else { continue }
      reader.report(.spelling(.referenceAsText(text: text)), at: node)
    }
  }

  func checkMissing(_ required: [String], of owner: String, at key: String) {
    guard let actorFields = actor.fields else { return }
    let given = Set(with.map(\.key)).union(actorFields.keys).union(
      fields["with"]?.keys.compactMap(\.scalarText) ?? [])
    for name in required where !given.contains(name) {
      reader.report(
        .missingInput(name: name, operation: owner, actor: actor.name), at: fields.target(key))
    }
  }
}

extension InputCheck {
  /// What `with` holds for an operation: the contract's inputs, or all that is given.
  func shape(of model: OperationModel?) -> Shape {
    guard let model else { return .any }
    return model.isPromised
      ? shape(of: model.operation.inputs, owner: model.operation.name)
      : given(owner: model.operation.name)
  }

  func shape(of inputs: [Field], owner: String) -> Shape {
    let types = inputs.map { ($0.name, Shape.value($0.taken(given($0.name)))) }
    return .members(
      Members(
        owner: .inputs(operation: owner), names: inputs.map(\.name),
        shapes: Dictionary(types) { $1 }))
  }

  /// All that is given.
  func given(owner: String) -> Shape {
    guard let actorFields = actor.fields else { return .any }
    let names = with.map(\.key).merging(actorFields.keys.sorted())
    let types = names.map { ($0, Shape.value(given($0))) }
    return .members(
      Members(
        owner: .inputs(operation: owner), names: names, shapes: Dictionary(types) { $1 }))
  }

  private func given(_ input: String) -> StaticType {
    let template = with.first { $0.key == input }?.value
    return template.map(self.type)
      ?? actor.fields?[input] ?? .dyn
  }
}
