import LinkageCore
import Values

/// Checks what a step hands to its operation.
struct InputCheck {
  let reader: NodeReader
  let operation: StepOperation
  let with: [Template.Entry]
  let actor: String?
  /// `nil` when the actor could not be looked up.
  let actorFields: [String]?

  func check(_ fields: Fields) {
    guard let model = operation.model, fields.has("do") else { return }
    if model.isPromised { checkKnown(model, fields["with"]) }
    checkMissing(model, fields)
  }

  private func checkKnown(_ model: OperationModel, _ node: YAMLNode?) {
    let known = model.operation.inputs.map(\.name)
    for key in node?.keys ?? [] {
      guard let name = key.scalarText else { continue }
      if let field = model.operation.inputs.first(where: { $0.name == name }) {
        checkType(field, at: node?.value(name))
      } else {
        let nearest = Nearest.name(to: name, among: known)
        reader.report(
          .unknownInput(
            name: name, operation: model.operation.name, nearest: nearest, known: known),
          at: key)
      }
    }
  }

  private func checkType(_ field: Field, at node: YAMLNode?) {
    guard let node, let value = with.first(where: { $0.key == field.name })?.value.constantValue,
      !ConstantType.allows(value, field)
    else { return }
    reader.wrongType(node, "with.\(field.name)", expected: field.type.rawValue)
  }

  private func checkMissing(_ model: OperationModel, _ fields: Fields) {
    guard let actorFields else { return }
    let given = Set(with.map(\.key)).union(actorFields).union(
      fields["with"]?.keys.compactMap(\.scalarText) ?? [])
    let required =
      model.isPromised
      ? model.operation.inputs.filter { !$0.isOptional }.map(\.name) : model.usedInputs
    for name in required where !given.contains(name) {
      reader.report(
        .missingInput(name: name, operation: model.operation.name, actor: actor),
        at: fields.target("do"))
    }
  }
}

/// Whether a constant can stand for a field of a contract's type.
enum ConstantType {
  static func allows(_ value: Value, _ field: Field) -> Bool {
    if case .null = value { return field.isOptional }
    switch field.type {
    case .int: return isInt(value)
    case .number: return isInt(value) || value.doubleValue != nil
    case .money: return isInt(value) || value.doubleValue != nil || value.stringValue != nil
    case .bool: return value.boolValue != nil
    case .list: return value.listValue != nil
    case .map: return value.mapValue != nil
    case .string, .id, .phone, .time, .secret:
      return value.stringValue != nil || isInt(value) || value.doubleValue != nil
    }
  }

  private static func isInt(_ value: Value) -> Bool {
    value.intValue != nil || value.uintValue != nil
  }
}
