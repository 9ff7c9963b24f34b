import LinkageCore

/// Reads a scenario file against its surroundings.
struct ScenarioReader {
  static let keys = [
    "scenario", "title", "priority", "tags", "platforms", "actors", "steps", "finally",
  ]

  let reader: NodeReader
  let surroundings: Surroundings

  /// `nil` after a report when the file has no steps to speak of.
  func scenario(_ root: YAMLNode) -> Scenario? {
    guard let fields = Fields(root, "scenario", keys: Self.keys, reader: reader) else { return nil }
    let id = self.id(fields)
    let actors = ActorReader(reader: reader, library: surroundings.library)
      .actors(fields["actors"], "actors")
    let (platforms, isComplete) = platforms(fields["platforms"])
    let table = PlatformTable(surroundings, own: platforms, isComplete: isComplete)
    let scope = ScenarioScope(
      reader: reader, surroundings: surroundings, actors: actors, table: table,
      steps: StepList(fields, reader: reader))
    let steps = StepsReader(scope).steps()
    let (title, priority) = (reader.title(fields["title"]), fields.text("priority"))
    let tags = fields.texts("tags").map(\.name)
    guard let id else { return nil }
    return Scenario(
      id: id.text, place: reader.place(id.node), title: title ?? LocalizedText(id.text),
      priority: priority, tags: tags,
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
      reader: reader, library: surroundings.library, session: surroundings.session)
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

  private func target(_ table: PlatformTable) -> Target {
    let model = surroundings.target.model
    return Target(
      name: model?.name ?? TargetModel.noName, platforms: table.platforms,
      allowsWrites: model?.writes ?? true,
      accounts: model?.accounts.map(\.account) ?? [], faults: model?.faults ?? [])
  }
}
