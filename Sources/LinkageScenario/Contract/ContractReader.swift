import LinkageCore
import Values

/// Reads a contract file.
struct ContractReader {
  let reader: NodeReader

  /// `nil` after a report when the file is no mapping.
  func contract(_ root: YAMLNode) -> Contract? {
    let keys = ["contract", "platforms", "entities", "operations", "actors"]
    guard let fields = Fields(root, "contract", keys: keys, reader: reader) else { return nil }
    version(fields)
    let known = reader.problems.diagnostics.count
    let platforms = named(fields["platforms"], "platforms", platform)
    let entities = named(fields["entities"], "entities") { entity($0, $1, platforms: platforms) }
    let operations = named(fields["operations"], "operations") {
      operation($0, $1, platforms: platforms, entities: entities)
    }
    let contract = Contract(
      platforms: platforms, entities: entities, operations: operations,
      actors: SightReader(reader: reader).sights(fields["actors"]))
    if reader.problems.diagnostics.count == known {
      AgreementCheck(reader: reader, contract: contract).check(fields)
    }
    return contract
  }

  private func version(_ fields: Fields) {
    guard let node = fields.required("contract"), let text = reader.text(node, "contract") else {
      return
    }
    if text != "linkage/v1" {
      let problem = Problem.invalidValue(owner: "contract", found: text, expected: "linkage/v1")
      reader.report(problem, at: node)
    }
  }

  private func named<Item>(
    _ node: YAMLNode?, _ owner: String, _ read: (YAMLNode, YAMLNode) -> Item?
  ) -> [Item] {
    guard let node, !node.isAbsent else { return [] }
    return (reader.entries(node, owner) ?? []).compactMap { read($0.key, $0.value) }
  }

  private func platform(_ key: YAMLNode, _ value: YAMLNode) -> Contract.Platform? {
    guard let name = key.scalarText else { return nil }
    guard !reader.report(Identifier.problem(withLabel: name), at: key) else { return nil }
    let plain = Contract.Platform(name: name, title: LocalizedText(name))
    guard !value.isAbsent, let fields = Fields(value, name, keys: ["title"], reader: reader) else {
      return plain
    }
    let title = reader.title(fields["title"])
    return Contract.Platform(name: name, title: title ?? LocalizedText(name))
  }

  private func entity(
    _ key: YAMLNode, _ value: YAMLNode, platforms: [Contract.Platform]
  ) -> Contract.Entity? {
    guard let name = key.scalarText else { return nil }
    guard !reader.report(Identifier.problem(withLabel: name), at: key) else { return nil }
    let keys = ["key", "fields", "slo", "within", "read_your_writes", "shared", "ledger"]
    guard let fields = Fields(value, name, keys: keys, reader: reader) else { return nil }
    let identity = fields.required("key")
    let names = platforms.map(\.name)
    let readYourWrites = known(fields.texts("read_your_writes"), names) {
      .unknownPlatform(name: $0, nearest: $1, known: names)
    }
    let own = FieldReader(reader: reader, describesChange: true).fields(fields["fields"], "fields")
    return Contract.Entity(
      name: name, key: reader.text(identity, "key") ?? "", fields: own,
      slo: fields.duration("slo"), within: fields.duration("within"),
      readYourWrites: readYourWrites, isShared: fields.flag("shared") == true ? true : nil,
      ledger: LedgerReader(reader: reader, entity: name, fields: own).ledger(fields["ledger"]))
  }

  private func operation(
    _ key: YAMLNode, _ value: YAMLNode, platforms: [Contract.Platform], entities: [Contract.Entity]
  ) -> Contract.Promise? {
    guard let name = key.scalarText else { return nil }
    guard !reader.report(Identifier.problem(withOperation: name), at: key) else { return nil }
    checkPlatform(of: name, at: key, platforms.map(\.name))
    let place = reader.place(key)
    let keys = ["writes", "reads", "in", "out", "errors"] + EffectsReader.keys
    guard !value.isAbsent, let fields = Fields(value, name, keys: keys, reader: reader) else {
      return Contract.Promise(
        name: name, reads: [], writes: [], inputs: [], outputs: [], errors: [], place: place)
    }
    let types = FieldReader(reader: reader, entities: entities)
    var promise = Contract.Promise(
      name: name, reads: self.entities(fields.texts("reads"), entities),
      writes: self.entities(fields.texts("writes"), entities),
      inputs: types.fields(fields["in"], "in"), outputs: types.fields(fields["out"], "out"),
      errors: labels(fields.texts("errors")), place: place)
    let effects = EffectsReader(reader: reader, entities: entities, promise: promise)
    promise.effects = effects.effects(fields)
    promise.deletes = effects.deletes(fields)
    return promise
  }

  private func checkPlatform(of operation: String, at node: YAMLNode, _ known: [String]) {
    let platform = operation.prefix { $0 != "." }
    guard !known.contains(String(platform)) else { return }
    let nearest = Nearest.name(to: String(platform), among: known)
    let problem = Problem.unknownPlatform(name: String(platform), nearest: nearest, known: known)
    reader.report(problem, at: node)
  }

  private func entities(_ names: [NodeReader.Named], _ entities: [Contract.Entity]) -> [String] {
    let all = entities.map(\.name)
    return known(names, all) { .unknownEntity(name: $0, nearest: $1, known: all) }
  }

  private func known(
    _ names: [NodeReader.Named], _ all: [String], problem: (String, String?) -> Problem
  ) -> [String] {
    names.compactMap { named in
      if all.contains(named.name) { return named.name }
      reader.report(problem(named.name, Nearest.name(to: named.name, among: all)), at: named.node)
      return nil
    }
  }

  private func labels(_ names: [NodeReader.Named]) -> [String] {
    names.filter { !reader.report(Identifier.problem(withLabel: $0.name), at: $0.node) }
      .map(\.name)
  }
}
