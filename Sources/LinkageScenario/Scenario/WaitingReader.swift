import LinkageCore

/// Reads what makes a read be repeated: `sync` or `stays`.
struct WaitingReader {
  let step: StepReader
  let fields: Fields
  let operations: [OperationModel]
  /// What a parity compares.
  var entity: String?
  private var reader: NodeReader { step.reader }

  /// - Parameter hasCondition: whether the step says what must hold, besides `until`.
  func read(
    in vocabulary: Vocabulary, stop: Vocabulary, hasCondition: Bool
  ) -> (sync: Sync?, stays: Nanoseconds?) {
    let sync = SyncReader(step: step, fields: fields, operations: operations, compared: entity)
      .sync(in: vocabulary, stop: stop)
    let stays = fields.duration("stays")
    if fields.has("stays") { checkStays() }
    checkCondition("sync", hasCondition || hasUntil)
    if !fields.has("sync") { checkCondition("stays", hasCondition) }
    return (sync, stays)
  }

  private var hasUntil: Bool {
    fields.has("until")
      || ["until", "expect", "fails"].contains { fields["sync"]?.value($0) != nil }
  }

  private func checkStays() {
    if fields.has("sync") {
      step.conflict("sync", "stays", fields)
    } else if let write = operations.first(where: \.operation.isWrite) {
      reader.report(
        .staysOnWrite(operation: write.operation.name), at: fields.key("stays") ?? step.item.node)
    }
  }

  /// Waiting for nothing in particular would end at once; but a log-in that is refused until the
  /// member is known needs no more than to succeed.
  private func checkCondition(_ key: String, _ hasCondition: Bool) {
    guard !hasCondition, let node = fields.key(key), !fields.isMeant(["expect", "fails", "until"]),
      !operations.contains(where: \.operation.isWrite),
      key == "stays" || operations.allSatisfy(\.errors.isEmpty)
    else { return }
    reader.report(.nothingAwaited(key: key), at: node)
  }
}
