import CEL
import LinkageCore

/// Reads actors: a name each, with fields.
struct ActorReader {
  let reader: NodeReader
  let library: Library
  /// What a flow's actors may use of its caller.
  var inputs: Shape?

  struct Read {
    var actor: Scenario.Actor
    var key: YAMLNode
    /// What is known of its fields, by name.
    var types: [String: StaticType]
    /// Variables of the surroundings that it needs and that are not set.
    var missing: ProblemList
    /// What its fields use.
    var mentions: Mentions
  }

  func actors(_ node: YAMLNode?, _ owner: String) -> [Read] {
    guard let node, !node.isAbsent, !node.isBroken else { return [] }
    return (reader.entries(node, owner) ?? []).compactMap { entry in
      guard let name = entry.key.scalarText,
        !reader.report(Identifier.problem(withVariable: name), at: entry.key)
      else { return nil }
      return actor(name, entry)
    }
  }

  private func actor(_ name: String, _ entry: YAMLEntry) -> Read {
    let missing = ProblemList()
    let expressions = ExpressionReader(reader, library: library, missing: missing)
    var vocabulary = Vocabulary.everywhere(library)
    if let inputs { vocabulary.add("inputs", inputs) }
    var fields: [Template.Entry] = []
    if !entry.value.isAbsent, !entry.value.isBroken {
      let entries = (reader.entries(entry.value, name) ?? []).filter { field in
        !reader.report(field.key.scalarText.flatMap(Identifier.problem(withField:)), at: field.key)
      }
      fields = expressions.templates(entries, in: vocabulary)
    }
    let types = fields.map { ($0.key, expressions.type(of: $0.value, in: vocabulary)) }
    return Read(
      actor: Scenario.Actor(name: name, fields: fields), key: entry.key,
      types: Dictionary(types) { $1 }, missing: missing, mentions: expressions.mentions)
  }
}
