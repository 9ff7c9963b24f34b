import LinkageCore
import Values

/// Reads what makes a read a probe.
struct SyncReader {
  static let keys = [
    "since", "entity", "until", "within", "slo", "hold", "spacing", "stop_if",
  ]
  static let defaultWithin = Nanoseconds.seconds(10)

  let scope: ScenarioScope
  let expressions: ExpressionReader
  let done: [String: StepModel]
  let operation: StepOperation
  private var reader: NodeReader { scope.reader }

  /// `nil` for a step without `sync`, or after a report.
  func sync(_ step: Fields, in vocabulary: Vocabulary, stop: Vocabulary) -> Sync? {
    guard let node = step["sync"],
      let fields = Fields(node, "sync", keys: Self.keys, reader: reader)
    else { return nil }
    if let model = operation.model, model.operation.isWrite, let key = step.key("sync") {
      reader.report(.syncOnWrite(operation: model.operation.name), at: key)
    }
    let since = self.since(fields)
    let entity = self.entity(fields, since: since)
    let within = fields.duration("within")
    return Sync(
      since: since, entity: entity,
      until: expressions.expressions(fields["until"], "until", in: vocabulary),
      within: within ?? entity.flatMap(scope.surroundings.contract.entity)?.within
        ?? Self.defaultWithin,
      slo: fields.duration("slo"), hold: fields.duration("hold"),
      spacing: fields.duration("spacing"),
      stopIf: expressions.expression(fields["stop_if"], "stop_if", in: stop))
  }

  private func since(_ fields: Fields) -> [String] {
    guard let node = fields.required("since") else { return [] }
    let names = reader.texts(node, "since", single: true)
    if names.isEmpty, case .list(let items) = node.content, items.isEmpty {
      reader.report(
        .invalidValue(owner: "since", found: "[]", expected: "since: register"), at: node)
    }
    return names.filter(isDone).map(\.name)
  }

  private func isDone(_ named: NodeReader.Named) -> Bool {
    let known = scope.steps.names
    guard known.contains(named.name) else {
      let nearest = Nearest.name(to: named.name, among: known)
      reader.report(
        .unknownStep(name: named.name, nearest: nearest, known: known), at: named.node)
      return false
    }
    if done[named.name] == nil { reader.report(.stepHasNotRun(name: named.name), at: named.node) }
    return done[named.name] != nil
  }

  private func entity(_ fields: Fields, since: [String]) -> String? {
    let named = fields.text("entity")
    if let named, !isKnown(named, at: fields.target("entity")) { return nil }
    guard let shared = shared(since: since) else { return named }
    let problem = self.problem(named, shared: shared, since: since)
    if let problem {
      reader.report(problem, at: fields.target(named == nil ? "since" : "entity"))
    }
    return named ?? (shared.count == 1 ? shared[0] : nil)
  }

  private func isKnown(_ entity: String, at node: YAMLNode) -> Bool {
    guard case .read(let contract) = scope.surroundings.contract else { return true }
    let known = contract.entities.map(\.name)
    guard !known.contains(entity) else { return true }
    let nearest = Nearest.name(to: entity, among: known)
    reader.report(.unknownEntity(name: entity, nearest: nearest, known: known), at: node)
    return false
  }

  private func problem(_ named: String?, shared: [String], since: [String]) -> Problem? {
    guard let model = operation.model, !model.operation.isWrite else { return nil }
    let sharesNone = Problem.syncSharesNoEntity(
      operation: model.operation.name,
      since: since.flatMap { done[$0]?.step.operations.map(\.name) ?? [] })
    if let named { return shared.contains(named) ? nil : sharesNone }
    if shared.isEmpty { return sharesNone }
    return shared.count > 1 ? .syncAmbiguous(entities: shared) : nil
  }

  /// The entities that `since` writes and the probe reads; `nil` unless the contract speaks of all
  /// these operations.
  private func shared(since: [String]) -> [String]? {
    guard let model = operation.model, model.isPromised, !since.isEmpty else { return nil }
    let steps = since.compactMap { done[$0] }
    guard steps.allSatisfy(\.isPromised) else { return nil }
    let written = Set(steps.flatMap { $0.step.operations.flatMap(\.writes) })
    return model.operation.reads.filter(written.contains)
  }
}
