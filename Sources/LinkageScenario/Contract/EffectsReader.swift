import LinkageCore
import Values

/// Reads what an operation does to the entities that it writes: `adds: { points: amount }`.
struct EffectsReader {
  static let keys = ["adds", "takes", "spends", "returns", "deletes", "once", "forgery"]

  let reader: NodeReader
  let entities: [Contract.Entity]
  /// The operation, as far as it is read.
  let promise: Contract.Promise

  func effects(_ fields: Fields) -> Contract.Effects {
    Contract.Effects(
      adds: amounts("adds", fields), takes: amounts("takes", fields),
      spends: parts("spends", fields).map(\.part), returns: names("returns", fields),
      once: once(fields),
      isForgery: fields.flag("forgery") == true)
  }

  /// The entities that it ends.
  func deletes(_ fields: Fields) -> [String] { names("deletes", fields) }

  private typealias Read = (part: Contract.Effects.Part, field: Field, node: YAMLNode)

  /// How much is added to or taken from what an entity counts.
  private func amounts(_ key: String, _ fields: Fields) -> [Contract.Effects.Part] {
    parts(key, fields).filter { read in
      guard read.field.type.isAmount else {
        return report(
          .wrongFieldType(
            field: read.field.name, key: key, type: read.field.type,
            expected: FieldType.amounts), read.node)
      }
      let entity = entities.first { $0.name == read.part.entity }
      guard entity?.counted != nil else {
        return report(.nothingToCount(entity: read.part.entity, key: key), read.node)
      }
      return true
    }.map(\.part)
  }

  private func parts(_ key: String, _ fields: Fields) -> [Read] {
    guard let node = fields[key], !node.isAbsent else { return [] }
    return (reader.entries(node, key) ?? []).compactMap { entry in
      guard let entity = entry.key.scalarText, isWritten(entity, key, at: entry.key),
        let name = reader.text(entry.value, entity),
        let field = field(name, among: promise.inputs + promise.outputs, at: entry.value)
      else { return nil }
      return (Contract.Effects.Part(entity: entity, field: name), field, entry.value)
    }
  }

  private func names(_ key: String, _ fields: Fields) -> [String] {
    guard fields.has(key) else { return [] }
    return fields.texts(key, single: true).filter { isWritten($0.name, key, at: $0.node) }
      .map(\.name)
  }

  private func once(_ fields: Fields) -> String? {
    guard let name = fields.text("once") else { return nil }
    return field(name, among: promise.inputs, at: fields.target("once"))?.name
  }

  private func field(_ name: String, among known: [Field], at node: YAMLNode) -> Field? {
    if let field = known.first(where: { $0.name == name }) { return field }
    let names = known.map(\.name)
    let problem = ContractProblem.unknownName(
      name: name, owner: promise.name, nearest: Nearest.name(to: name, among: names),
      known: names)
    reader.report(.contract(problem), at: node)
    return nil
  }

  private func isWritten(_ entity: String, _ key: String, at node: YAMLNode) -> Bool {
    let all = entities.map(\.name)
    guard all.contains(entity) else {
      let nearest = Nearest.name(to: entity, among: all)
      reader.report(.unknownEntity(name: entity, nearest: nearest, known: all), at: node)
      return false
    }
    return promise.writes.contains(entity)
      || report(.effectWithoutWrite(key: key, entity: entity, operation: promise.name), node)
  }

  private func report(_ problem: ContractProblem, _ node: YAMLNode) -> Bool {
    reader.report(.contract(problem), at: node)
    return false
  }
}
