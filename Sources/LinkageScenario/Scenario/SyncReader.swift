import LinkageCore
import Values

/// Reads what makes a read a probe.
struct SyncReader {
  /// The keys that may stand beside `sync` as well as in it.
  static let sharedKeys = ["until", "within", "slo", "hold", "spacing", "stop_if"]
  static let keys = ["since", "entity"] + sharedKeys
  static let defaultWithin = Nanoseconds.seconds(10)

  let step: StepReader
  let fields: Fields
  let operations: [OperationModel]
  /// The entity that a parity compares.
  let compared: String?
  private var reader: NodeReader { step.reader }
  private var expressions: ExpressionReader { step.expressions }
  private var contract: ContractState { step.scope.surroundings.contract }

  /// `nil` for a step without `sync`, or after a report.
  func sync(in vocabulary: Vocabulary, stop: Vocabulary) -> Sync? {
    guard let key = fields.key("sync") else {
      lonely()
      return nil
    }
    guard
      let sync = Fields(
        fields["sync"], "sync", keys: Self.keys, elsewhere: Self.elsewhere, reader: reader)
    else { return nil }
    if let write = operations.first(where: \.operation.isWrite) {
      reader.report(.syncOnWrite(operation: write.operation.name), at: key)
    }
    for key in Self.sharedKeys where sync.has(key) && fields.has(key) {
      reader.report(.duplicateKey(key: key), at: fields.key(key) ?? fields.node)
    }
    return self.sync(sync, in: vocabulary, stop: stop)
  }

  /// What belongs to a step, not to its `sync`.
  private static let elsewhere = [
    "expect": "step", "stays": "step", "with": "step", "fails": "step", "let": "step",
  ]

  private func sync(_ sync: Fields, in vocabulary: Vocabulary, stop: Vocabulary) -> Sync {
    func place(_ key: String) -> Fields { sync.has(key) ? sync : fields }
    let since = self.since(sync)
    let entity = self.entity(sync, since: since)
    let within =
      place("within").duration("within") ?? entity.flatMap(contract.entity)?.within
      ?? Self.defaultWithin
    let slo = place("slo").duration("slo")
    if let slo, slo > within { report(slo, within, place("slo"), place("within")) }
    return Sync(
      since: since, entity: entity,
      until: expressions.conditions(place("until")["until"], "until", in: vocabulary),
      within: within, slo: slo, hold: place("hold").duration("hold"),
      spacing: place("spacing").duration("spacing"),
      stopIf: expressions.condition(place("stop_if")["stop_if"], "stop_if", in: stop))
  }

  /// What is missed only after the wait is over is never missed.
  private func report(_ slo: Nanoseconds, _ within: Nanoseconds, _ own: Fields, _ wait: Fields) {
    let place = wait["within"].map(reader.place)
    reader.report(
      .beyondDeadline(slo: slo, within: within, place: place), at: own.target("slo"))
  }

  /// Keys that say something of a `sync` that is not there.
  private func lonely() {
    for key in Self.sharedKeys {
      if let node = fields.key(key) { reader.report(.needsSync(key: key), at: node) }
    }
  }

  private func since(_ fields: Fields) -> [String] {
    guard let node = fields.required("since") else { return [] }
    let names = expressions.texts(node, "since", single: true)
    if names.isEmpty, case .list(let items) = node.content, items.isEmpty {
      reader.report(
        .invalidValue(owner: "since", found: "[]", expected: "since: register"), at: node)
    }
    return names.filter(isDone).map(\.name)
  }

  private func isDone(_ named: NodeReader.Named) -> Bool {
    guard step.scope.steps.has(named.name) else {
      let known = step.scope.steps.names
      let nearest = Nearest.name(to: named.name, among: known)
      reader.report(
        .unknownStep(name: named.name, nearest: nearest, known: known), at: named.node)
      return false
    }
    guard step.done[named.name] == nil else { return true }
    switch step.before[named.name] {
    case .any?: break
    case .beside?: reader.report(.runsTogether(name: named.name), at: named.node)
    default: reader.report(.stepHasNotRun(name: named.name), at: named.node)
    }
    return false
  }

  private func entity(_ fields: Fields, since: [String]) -> String? {
    let named = fields.has("entity") ? expressions.text(fields["entity"], "entity") : compared
    if fields.has("entity"), let named, !isKnown(named, at: fields.target("entity")) { return nil }
    guard let shared = shared(since: since) else {
      checkChange(since: since, at: fields.target("since"))
      return named
    }
    let problem = self.problem(named, shared: shared, since: since)
    if let problem {
      reader.report(problem, at: fields.target(fields.has("entity") ? "entity" : "since"))
    }
    return named ?? (shared.count == 1 ? shared[0] : nil)
  }

  /// Where no contract says what is written, a step that writes nothing at all is a slip all the same.
  private func checkChange(since: [String], at node: YAMLNode) {
    let done = since.compactMap { step.done[$0]?.operations }.flatMap { $0 }
    guard !done.isEmpty, done.allSatisfy({ !$0.isWrite && !$0.requests.isEmpty }) else { return }
    let names = [String]().merging(done.map(\.name))
    reader.report(.syncSinceRead(steps: since, operations: names), at: node)
  }

  private func isKnown(_ entity: String, at node: YAMLNode) -> Bool {
    guard case .read(let contract) = contract else { return true }
    let known = contract.entities.map(\.name)
    guard !known.contains(entity) else { return true }
    let nearest = Nearest.name(to: entity, among: known)
    reader.report(.unknownEntity(name: entity, nearest: nearest, known: known), at: node)
    return false
  }

  private func problem(_ named: String?, shared: [String], since: [String]) -> Problem? {
    guard !operations.contains(where: \.operation.isWrite) else { return nil }
    let sharesNone = Problem.syncSharesNoEntity(
      operation: operations.map(\.operation.name).joined(separator: ", "),
      since: since.flatMap { step.done[$0]?.operations.map(\.name) ?? [] })
    if let named { return shared.contains(named) ? nil : sharesNone }
    if shared.isEmpty { return sharesNone }
    return shared.count > 1 ? .syncAmbiguous(entities: shared) : nil
  }

  /// The entities that `since` writes and the probe reads; `nil` unless the contract speaks of all
  /// these operations.
  private func shared(since: [String]) -> [String]? {
    guard !operations.isEmpty, operations.allSatisfy(\.isPromised), !since.isEmpty else {
      return nil
    }
    let steps = since.compactMap { step.done[$0] }.filter { !$0.step.body.changesSystem }
    guard !steps.isEmpty, steps.allSatisfy(\.isPromised) else { return nil }
    let written = Set(steps.flatMap { $0.operations.flatMap(\.writes) })
    let read = [String]().merging(operations.flatMap(\.operation.reads))
    return read.filter(written.contains)
  }
}
