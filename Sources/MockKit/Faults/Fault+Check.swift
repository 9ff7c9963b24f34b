extension Fault {
  /// Whether there is such a kind, and whether it can be set as it is here.
  package func check() throws(FaultError) {
    guard let kind else {
      throw FaultError("type", .unknownType(type, known: Faults.all.map(\.name)))
    }
    try checkID()
    try checkNumbers()
    try checkStage(kind)
    if kind.isWhole { try checkWhole(kind) }
    for (name, value) in attributes.sorted(by: { $0.key < $1.key }) {
      try check(name, value, of: kind)
    }
  }

  private func checkID() throws(FaultError) {
    guard !id.isEmpty, !PlainName.isFine(id) else { return }
    throw FaultError("id", .value(id.debugDescription, expected: PlainName.expected))
  }

  private func checkNumbers() throws(FaultError) {
    let share = FaultText("from 0 to 1", " 0 到 1")
    try check("probability", "\(probability)", share, (0...1).contains(probability))
    try check("count", "\(count ?? 1)", FaultText("1 or more", " 1 或更大"), count ?? 1 >= 1)
    try check("after", "\(after ?? 0)", FaultText("0 or more", " 0 或更大"), after ?? 0 >= 0)
    let length = ttl ?? .seconds(1)
    let positive = FaultText("longer than nothing, such as 3s", "大于零的时长，例如 3s")
    try check("ttl", "\(length)", positive, length > .zero)
    let attempts = match.attempts ?? [1]
    let numbers = FaultText("1 or more, or a list of such", " 1 或更大的数，或其列表")
    try check(
      "match.attempt", "\(attempts)", numbers,
      !attempts.isEmpty && attempts.allSatisfy { $0 >= 1 })
  }

  private func check(
    _ field: String, _ found: String, _ expected: FaultText, _ isFine: Bool
  ) throws(FaultError) {
    guard isFine else { throw FaultError(field, .value(found, expected: expected)) }
  }

  private func checkStage(_ kind: FaultKind) throws(FaultError) {
    guard let stage, !kind.stages.contains(stage) else { return }
    let stages = FaultText.oneOf(kind.stages.map(\.rawValue))
    let expected = FaultText("\(stages.en) for \(type)", "\(stages.zh)（\(type)）")
    throw FaultError("stage", .value(stage.rawValue, expected: expected))
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
