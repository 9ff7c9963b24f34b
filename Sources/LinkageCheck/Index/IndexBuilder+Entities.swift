import LinkageCore
import Values

/// What one operation says of the entities that it reads and writes.
extension IndexBuilder {
  mutating func addObservations(
    of operation: IndexedOperation, _ shape: StepShape, _ completion: Completion?
  ) {
    guard operation.end != .neverSent else { return }
    let isWhole = operation.end == .ok && completion?.broken == nil
    learn(from: operation, shape)
    if isWhole {
      for list in shape.lists { addListing(list.output, of: list.entity, operation) }
    }
    for entity in shape.all {
      if shape.lists.contains(where: { $0.entity == entity }), !shape.writes.contains(entity) {
        continue
      }
      let fields = Self.fields(operation.output, without: shape.foreign[entity])
      add(
        entity, operation, shape, fields,
        presence(of: entity, operation, fields, shape, completion))
    }
  }

  /// An answer with a key that was not asked by says who asked; one with the key of what is asked by
  /// its key elsewhere, as of a coupon, only says what was made.
  private mutating func learn(from operation: IndexedOperation, _ shape: StepShape) {
    guard operation.end == .ok, shape.saysWho, let entity = shape.all.first,
      !keys.isNamed(entity)
    else { return }
    let name = history.outline.entities[entity].key
    let isGiven = operation.inputs[name] != nil as Value?
    guard let key = operation.output[name]?.unlessNull, !isGiven else { return }
    if let renaming = keys.learn(name, key, from: operation) {
      people[operation.person].hasChanged = true
      renamings.append((systems.number(of: operation), renaming))
    }
  }

  private mutating func add(
    _ entity: Int, _ operation: IndexedOperation, _ shape: StepShape, _ fields: Value,
    _ presence: Observation.Presence
  ) {
    let name = history.outline.entities[entity].key
    let (naming, key) = self.key(name, of: entity, operation)
    // An order without a coupon says nothing of coupons.
    if naming != .unknown, key == nil { return }
    observe(
      entity, key.map { subject(entity, $0, operation) }, naming: naming, presence: presence,
      isWrite: shape.writes.contains(entity), fields: fields)
  }

  private static func fields(_ output: Value, without foreign: Set<String>?) -> Value {
    func isForeign(_ entry: ValueMap.Element) -> Bool {
      foreign?.contains(entry.key.stringValue ?? "") ?? false
    }
    guard foreign != nil, case .map(let all) = output, all.contains(where: isForeign) else {
      return output
    }
    return .map(ValueMap(distinct: all.filter { !isForeign($0) }.map { ($0.key, $0.value) }))
  }

  /// What the answer says, else what was asked for, else what the actor is known by.
  private func key(
    _ name: String, of entity: Int, _ operation: IndexedOperation
  ) -> (Observation.Naming, Value?) {
    if let key = operation.output[name] { return (.output, key.unlessNull) }
    if let key = operation.inputs[name] { return (.input, key.unlessNull) }
    if let key = keys.key(name, of: operation.person, entity: entity) { return (.person, key) }
    return (.unknown, nil)
  }

  private func presence(
    of entity: Int, _ operation: IndexedOperation, _ fields: Value, _ shape: StepShape,
    _ completion: Completion?
  ) -> Observation.Presence {
    switch operation.end {
    case .ok where shape.deletes.contains(entity): .absent
    case .ok:
      completion?.broken == nil && gives(fields, entity) ? .present : .silent
    case .refused where !operation.isWrite: saysAbsent(operation, completion) ? .absent : .silent
    default: .silent
    }
  }

  /// Whether an answer gives any field of the entity.
  private func gives(_ output: Value, _ entity: Int) -> Bool {
    let fields = history.outline.entities[entity].fields
    return fields.contains { field in output[field.name].map { !$0.isNull } ?? false }
  }

  /// Errors that end in `not_found`, and the statuses that say the same.
  private func saysAbsent(_ operation: IndexedOperation, _ completion: Completion?) -> Bool {
    if operation.error?.hasSuffix("not_found") ?? false { return true }
    guard let completion, completion.exchanges.count == 1 else { return false }
    return [404, 410].contains(completion.exchanges[0].status)
  }

  private mutating func addListing(
    _ output: String, of entity: Int, _ operation: IndexedOperation
  ) {
    guard let elements = operation.output[output]?.listValue else { return }
    let name = history.outline.entities[entity].key
    var listed: [Int] = []
    for element in elements {
      guard let key = element[name]?.unlessNull else { continue }
      let subject = subject(entity, key, operation)
      listed.append(subject)
      observe(
        entity, subject, naming: .element, presence: .present, isWrite: false, fields: element)
    }
    listings.append(
      Listing(
        operation: operations.count - 1, entity: entity, output: output, subjects: listed,
        count: elements.count))
  }

  private mutating func observe(
    _ entity: Int, _ subject: Int?, naming: Observation.Naming,
    presence: Observation.Presence, isWrite: Bool, fields: Value
  ) {
    observations.append(
      Observation(
        operation: operations.count - 1, entity: entity, subject: subject, naming: naming,
        presence: presence, isWrite: isWrite, fields: fields))
    if let subject { subjects[subject].observations.append(observations.count - 1) }
  }
}
