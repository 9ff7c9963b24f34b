import LinkageCore

/// All that a contract says, entity by entity and then operation by operation.
struct ContractClaims {
  private let contract: Contract
  /// Every way that a change of an entity may take.
  let links: [Link]

  init(_ contract: Contract) {
    self.contract = contract
    links = contract.entities.flatMap { entity in Self.links(of: entity.name, contract) }
  }

  var promises: [Claim] {
    contract.entities.flatMap(claims) + contract.operations.flatMap(claims)
  }

  var errors: [Claim] {
    contract.operations.flatMap { operation in
      operation.errors.map { Claim(operation.name, .error($0)) }
    }
  }

  // MARK: Ways

  private static func links(of entity: String, _ contract: Contract) -> [Link] {
    let writers = platforms(contract) { $0.writes.contains(entity) && !$0.effects.isForgery }
    let readers = platforms(contract) { $0.reads.contains(entity) }
    return writers.flatMap { from in
      readers.filter { $0 != from }.map { Link(entity: entity, from: from, to: $0) }
    }
  }

  /// Those with such an operation, in the contract's order.
  private static func platforms(
    _ contract: Contract, having isWanted: (Contract.Promise) -> Bool
  ) -> [String] {
    let having = Set(contract.operations.filter(isWanted).map(\.platform))
    let known = contract.platforms.map(\.name)
    return known.filter(having.contains) + having.subtracting(known).sorted()
  }

  // MARK: Entities

  private func claims(of entity: Contract.Entity) -> [Claim] {
    let kinds =
      times(of: entity) + entity.fields.flatMap { claims(of: $0) } + ledger(of: entity)
      + entity.readYourWrites.map { .readYourWrites(platform: $0) } + compared(entity)
    return kinds.map { Claim(entity.name, $0) }
  }

  private func times(of entity: Contract.Entity) -> [Claim.Kind] {
    let own = links.filter { $0.entity == entity.name }
    let ways: [Claim.Way?] = own.isEmpty ? [nil] : own.map { Claim.Way(from: $0.from, to: $0.to) }
    return ways.flatMap { way in
      [entity.slo.map { .slo($0, way) }, entity.within.map { .within($0, way) }].compactMap { $0 }
    }
  }

  private func claims(of field: Field) -> [Claim.Kind] {
    let transitions: [Claim.Kind] = field.flow.flatMap { transition in
      transition.to.map { .flow(field: field.name, from: transition.from, to: $0) }
    }
    let monotonic = field.monotonic.map { Claim.Kind.monotonic(field: field.name, $0) }
    let least = field.least.map { Claim.Kind.least(field: field.name, $0) }
    return transitions + [monotonic, least].compactMap { $0 }
  }

  private func ledger(of entity: Contract.Entity) -> [Claim.Kind] {
    entity.ledger.map { [.ledger(balance: $0.balance, entries: $0.entries)] } ?? []
  }

  /// The fields that two platforms show; what an entity is found by is the same on all.
  private func compared(_ entity: Contract.Entity) -> [Claim.Kind] {
    entity.fields.filter { $0.name != entity.key }.filter { field in
      let showing = contract.operations.filter {
        $0.writes.isEmpty && Shown.field(field.name, of: entity.name, by: $0.reads, $0.outputs)
      }
      return Set(showing.map(\.platform)).count > 1
    }.map { .same(field: $0.name) }
  }

  // MARK: Operations

  private func claims(of operation: Contract.Promise) -> [Claim] {
    let effects = operation.effects
    let kinds: [Claim.Kind] =
      [.exists] + (effects.isForgery ? [.forgery] : [])
      + (effects.once.map { [.once(input: $0)] } ?? [])
      + effects.adds.map { .adds(entity: $0.entity) }
      + effects.takes.map { .takes(entity: $0.entity) }
      + effects.spends.map { .spends(entity: $0.entity) }
      + effects.returns.map { .returns(entity: $0) }
      + operation.deletes.map { .deletes(entity: $0) }
    return kinds.map { Claim(operation.name, $0) }
  }
}

extension Contract.Promise {
  /// `web` of `web.register`.
  fileprivate var platform: String { String(name.prefix { $0 != "." }) }
}

/// Which fields of an entity an operation shows.
enum Shown {
  /// - Parameters:
  ///   - reads: the entities that the operation reads.
  ///   - outputs: what it gives: the field itself, or a list of such entities.
  static func field(
    _ name: String, of entity: String, by reads: [String], _ outputs: [Field]
  ) -> Bool {
    reads.contains(entity)
      && outputs.contains { output in
        output.name == name
          || output.element == entity
            && output.elements?.contains { $0.name == name } == true
      }
  }
}
