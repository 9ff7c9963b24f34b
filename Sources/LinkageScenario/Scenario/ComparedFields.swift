import CEL
import LinkageCore
import Values

/// Finds the fields that a parity compares and makes a condition of each.
struct ComparedFields {
  let step: StepReader
  let fields: Fields
  let reads: [ParityRead]
  let entity: String?
  private var reader: NodeReader { step.reader }

  struct Compared {
    var field: String
    var condition: Located
  }

  func conditions(in vocabulary: Vocabulary) -> [Compared] {
    let names = self.names()
    let tolerances = self.tolerances(among: names.map(\.name))
    let normal = normalised(among: names.map(\.name), in: vocabulary)
    return names.compactMap { named in
      let condition = ParityCondition(
        field: named.name, reads: reads.map(\.name), isOptional: isOptional(named.name),
        type: type(named.name), tolerance: tolerances[named.name],
        normalise: normal[named.name])
      guard let expression = try? Expression(condition.text) else { return nil }
      let located = Located(expression: expression, place: reader.place(named.node))
      return Compared(field: named.name, condition: located)
    }
  }

  /// Those of `fields`, else all that the reads have in common; without those of `ignore`.
  private func names() -> [NodeReader.Named] {
    let models = reads.compactMap(\.operation.model)
    guard models.count == reads.count, reads.count >= 2 else { return [] }
    let given = fields.texts("fields", single: true)
    let chosen = fields.has("fields") ? given.filter { isGiven($0, by: models) } : common(models)
    let known = chosen.map(\.name)
    let ignored = fields.has("ignore") ? fields.texts("ignore", single: true) : []
    for name in ignored where !known.contains(name.name) { unknown(name, in: "ignore", known) }
    let rest = chosen.filter { field in !ignored.contains { $0.name == field.name } }
    if rest.isEmpty, given.isEmpty || chosen.count == given.count { nothingToCompare(models) }
    return rest
  }

  private func isGiven(_ named: NodeReader.Named, by models: [OperationModel]) -> Bool {
    for model in models where !model.outputs.contains(named.name) {
      let nearest = Nearest.name(to: named.name, among: model.outputs)
      reader.report(
        .unknownOutput(
          name: named.name, operation: model.operation.name, nearest: nearest,
          known: model.outputs), at: named.node)
      return false
    }
    return true
  }

  private func common(_ models: [OperationModel]) -> [NodeReader.Named] {
    let own = entity.flatMap(step.scope.surroundings.contract.entity)?.fields.map(\.name)
    let names = own ?? models.first?.outputs ?? []
    let node = fields.key("parity") ?? fields.node
    return names.filter { name in models.allSatisfy { $0.outputs.contains(name) } }
      .map { NodeReader.Named(name: $0, node: node) }
  }

  private func nothingToCompare(_ models: [OperationModel]) {
    reader.report(
      .nothingToCompare(operations: models.map(\.operation.name)),
      at: fields.key("fields") ?? fields.key("parity") ?? fields.node)
  }

  private func unknown(_ named: NodeReader.Named, in owner: String, _ known: [String]) {
    reader.report(
      .unknownKey(
        key: named.name, owner: owner, nearest: Nearest.name(to: named.name, among: known),
        known: known), at: named.node)
  }

  private func promises(_ field: String) -> [Field] {
    reads.compactMap { read in
      read.operation.model?.operation.outputs.first { $0.name == field }
    }
  }

  private func isOptional(_ field: String) -> Bool { promises(field).contains(where: \.isOptional) }

  private func type(_ field: String) -> FieldType? { promises(field).first?.type }

  // MARK: Tolerance and normalisation

  private func tolerances(among known: [String]) -> [String: ParityCondition.Tolerance] {
    entries("tolerance", among: known).reduce(into: [:]) { result, entry in
      guard let name = entry.key.scalarText else { return }
      result[name] = tolerance(entry.value, name)
    }
  }

  /// The entries of a mapping by compared fields.
  private func entries(_ key: String, among known: [String]) -> [YAMLEntry] {
    guard let node = fields[key], !node.isBroken, let entries = reader.entries(node, key) else {
      return []
    }
    return entries.filter { entry in
      guard let name = entry.key.scalarText, !known.isEmpty else { return false }
      if known.contains(name) { return true }
      unknown(NodeReader.Named(name: name, node: entry.key), in: key, known)
      return false
    }
  }

  private func tolerance(_ node: YAMLNode, _ field: String) -> ParityCondition.Tolerance? {
    let type = self.type(field)
    let tolerance = node.scalarText.flatMap(ParityCondition.Tolerance.init)
    let fits: Bool =
      switch (tolerance, type) {
      case (.duration, nil), (.duration, .time), (.number, nil), (.number, .number): true
      case (.number(let text), .int), (.number(let text), .money): !text.contains(".")
      default: false
      }
    if fits { return tolerance }
    reportTolerance(node, field, type)
    return nil
  }

  private func reportTolerance(_ node: YAMLNode, _ field: String, _ type: FieldType?) {
    let owner = "tolerance.\(field)"
    let expected: String
    switch type {
    case nil: expected = "1, 0.5, 2s"
    case .int, .money: expected = "1"
    case .number: expected = "0.5"
    case .time: expected = "2s"
    case let type?:
      let problem = Problem.wrongType(
        owner: owner, found: type.rawValue, expected: "int | number | money | time")
      return reader.report(problem, at: node)
    }
    reader.report(
      .invalidValue(owner: owner, found: node.scalarText ?? node.kindName, expected: expected),
      at: node)
  }

  private func normalised(
    among known: [String], in vocabulary: Vocabulary
  ) -> [String: String] {
    entries("normalise", among: known).reduce(into: [:]) { result, entry in
      guard let name = entry.key.scalarText else { return }
      let type = isOptional(name) ? nil : promises(name).first?.returned
      let located = step.expressions.expression(
        entry.value, name, in: vocabulary.adding("value", .value(type ?? .dyn)))
      result[name] = located?.expression.source
    }
  }
}
