import LinkageCore

/// Reads a scenario file, or one row of its `matrix`, against its surroundings.
struct ScenarioReader {
  static let keys = [
    "scenario", "title", "priority", "tags", "platforms", "matrix", "exclusive", "actors", "steps",
    "finally",
  ]
  /// What a flow says, and a scenario cannot.
  static let elsewhere = ["inputs": "flow", "outputs": "flow"]

  let reader: NodeReader
  let surroundings: Surroundings
  let flows: FlowFiles
  let budget: StepBudget
  private var library: Library { surroundings.library }

  /// `nil` after a report when the file has no steps to speak of.
  func scenario(_ root: YAMLNode) -> Scenario? {
    guard
      let fields = Fields(
        root, "scenario", keys: Self.keys, elsewhere: Self.elsewhere, reader: reader)
    else { return nil }
    let id = self.id(fields)
    let expressions = ExpressionReader(reader, library: library)
    let actors = ActorReader(reader: reader, library: library).actors(fields["actors"], "actors")
    let (platforms, isComplete) = platforms(fields["platforms"])
    let table = PlatformTable(surroundings, own: platforms, isComplete: isComplete)
    let scope = StepScope(
      expressions: expressions, surroundings: surroundings, flows: flows, budget: budget,
      actors: actors, table: table, steps: StepList(fields, expressions), frame: Frame())
    let reading = StepsReader(scope)
    let steps = reading.steps()
    reading.checkActors()
    let (title, priority) = (expressions.title(fields["title"]), fields.text("priority"))
    let tags = fields.texts("tags").map(\.name)
    let exclusive = expressions.texts(fields["exclusive"], "exclusive", single: true)
    guard let id else { return nil }
    return Scenario(
      id: id.text, place: reader.place(id.node), title: title ?? LocalizedText(id.text),
      priority: priority, tags: tags, row: library.row?.row, exclusive: exclusive.map(\.name),
      actors: actors.map(\.actor), target: target(table), steps: StepNumbers.set(on: steps))
  }

  private func id(_ fields: Fields) -> (text: String, node: YAMLNode)? {
    guard let node = fields.required("scenario"), let text = reader.text(node, "scenario") else {
      return nil
    }
    return reader.report(Identifier.problem(withScenario: text), at: node) ? nil : (text, node)
  }

  private func platforms(_ node: YAMLNode?) -> (models: [PlatformModel], isComplete: Bool) {
    guard let node, !node.isAbsent else { return ([], true) }
    let platforms = PlatformReader(
      reader: reader, library: library, session: surroundings.session)
    guard let entries = reader.entries(node, "platforms") else { return ([], false) }
    let models: [PlatformModel] = entries.compactMap { entry in
      guard let name = entry.key.scalarText,
        !reader.report(Identifier.problem(withLabel: name), at: entry.key)
      else { return nil }
      return PlatformModel(
        name: name, base: platforms.base(entry.value), place: reader.place(entry.key))
    }
    return (models, true)
  }

  /// Those whose variables are all set; one that is used without them has been reported.
  private var accounts: [Target.Account] {
    (surroundings.target.model?.accounts ?? []).filter(\.missing.diagnostics.isEmpty)
      .map(\.account)
  }

  private func target(_ table: PlatformTable) -> Target {
    let model = surroundings.target.model
    return Target(
      name: model?.name ?? TargetModel.noName, platforms: table.platforms,
      allowsWrites: model?.writes ?? true,
      accounts: accounts, faults: model?.faults ?? [], clock: model?.clock)
  }
}
