extension Fault {
  /// Whether there is such a kind, and whether it can be set as it is here.
  package func check() throws(FaultError) {
    guard let kind else {
      throw FaultError("type", .unknownType(type, known: Faults.all.map(\.name)))
    }
    try checkNumbers()
    try checkStage(kind)
    if kind.isWhole { try checkWhole(kind) }
    for (name, value) in attributes.sorted(by: { $0.key < $1.key }) {
      try check(name, value, of: kind)
    }
  }

  private func checkNumbers() throws(FaultError) {
    try check("probability", "\(probability)", "from 0 to 1", (0...1).contains(probability))
    try check("count", "\(count ?? 1)", "1 or more", count ?? 1 >= 1)
    try check("after", "\(after ?? 0)", "0 or more", after ?? 0 >= 0)
    let length = ttl ?? .seconds(1)
    try check("ttl", "\(length)", "longer than nothing, such as 3s", length > .zero)
    let attempts = match.attempts ?? [1]
    try check(
      "match.attempt", "\(attempts)", "1 or more, or a list of such",
      !attempts.isEmpty && attempts.allSatisfy { $0 >= 1 })
  }

  private func check(
    _ field: String, _ found: String, _ expected: String, _ isFine: Bool
  ) throws(FaultError) {
    guard isFine else { throw FaultError(field, .value(found, expected: expected)) }
  }

  private func checkStage(_ kind: FaultKind) throws(FaultError) {
    guard let stage, !kind.stages.contains(stage) else { return }
    let stages = kind.stages.map(\.rawValue).joined(separator: " or ")
    throw FaultError("stage", .value(stage.rawValue, expected: "\(stages) for \(type)"))
  }

  private func checkWhole(_ kind: FaultKind) throws(FaultError) {
    let isSaid = [
      ("match", !match.isEmpty), ("probability", probability != 1), ("count", count != nil),
      ("after", after != nil),
    ]
    guard let first = isSaid.first(where: \.1) else { return }
    throw FaultError(first.0, .notForWhole(type: type))
  }

  private func check(
    _ name: String, _ value: FaultValue, of kind: FaultKind
  ) throws(FaultError) {
    let known = kind.attributes
    guard let attribute = known.first(where: { $0.name == name }) else {
      throw FaultError("attributes.\(name)", .unknownKey(known: known.map(\.name)))
    }
    guard attribute.takes(value) else {
      throw FaultError(
        "attributes.\(name)", .value(value.description, expected: attribute.form.expected))
    }
  }
}
