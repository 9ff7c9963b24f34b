import LinkageCore
import Values

/// Checks that entities and the operations that read or write them speak of the same fields.
struct AgreementCheck {
  let reader: NodeReader
  let contract: Contract

  func check(_ fields: Fields) {
    for entity in contract.entities {
      guard let node = fields["entities"]?.value(entity.name) else { continue }
      checkKey(of: entity, node)
    }
    for promise in contract.operations {
      guard let node = fields["operations"]?.value(promise.name) else { continue }
      checkTypes(promise.inputs, of: promise, at: node.value("in"))
      checkTypes(promise.outputs, of: promise, at: node.value("out"))
    }
  }

  /// The key is a field of the entity, or an input or output of an operation with it.
  private func checkKey(of entity: Contract.Entity, _ node: YAMLNode) {
    guard let place = node.value("key"), !entity.key.isEmpty else { return }
    let operations = contract.operations.filter {
      $0.reads.contains(entity.name) || $0.writes.contains(entity.name)
    }
    let known = entity.fields.map(\.name).merging(
      operations.flatMap { $0.inputs + $0.outputs }.map(\.name))
    guard !known.contains(entity.key) else { return }
    let problem = ContractProblem.unknownKeyField(
      name: entity.key, entity: entity.name, nearest: Nearest.name(to: entity.key, among: known),
      known: known)
    reader.report(.contract(problem), at: place)
  }

  /// A field has the type that it has in the entities of its operation; where they differ among
  /// themselves, that of one of them.
  private func checkTypes(_ fields: [Field], of promise: Contract.Promise, at node: YAMLNode?) {
    let names = promise.reads + promise.writes
    let entities = contract.entities.filter { names.contains($0.name) }
    for field in fields {
      let own = entities.compactMap { entity in
        entity.fields.first { $0.name == field.name }.map { (entity: entity.name, type: $0.type) }
      }
      guard let first = own.first, !own.contains(where: { $0.type == field.type }),
        let place = node?.value(field.name)
      else { continue }
      let problem = ContractProblem.differentType(
        field: field.name, operation: promise.name, type: field.type, entity: first.entity,
        expected: first.type)
      reader.report(.contract(problem), at: place)
    }
  }
}
