import LinkageCore

/// What the operations of alike steps say of entities; all of them as indices into the outline's.
final class StepShape: Sendable {
  let isWrite: Bool
  let reads: [Int]
  let writes: [Int]
  let deletes: [Int]
  let lists: [(output: String, entity: Int)]
  /// All that it reads or writes, each once.
  let all: [Int]
  /// Whether all its entities go by the same key, so that an answer with that key says who asked.
  let saysWho: Bool
  /// The fields of each entity that an answer means of another one: paying for an order changes
  /// coupon and order, and the status that it gives is the order's.
  let foreign: [Int: Set<String>]

  init(_ step: Outline.Step, entities: [String: Int], among known: [Contract.Entity]) {
    func indices(_ names: [String]) -> [Int] { names.compactMap { entities[$0] } }
    isWrite = step.isWrite
    reads = indices(step.reads)
    writes = step.isWrite ? indices(step.writes) : []
    deletes = indices(step.deletes ?? [])
    lists = (step.lists ?? [:]).sorted { $0.key < $1.key }
      .compactMap { output, name in entities[name].map { (output, $0) } }
    let written = writes
    all = written + reads.filter { !written.contains($0) }
    saysWho = Set(all.map { known[$0].key }).count == 1
    foreign = Self.foreign(all.map { known[$0] }, at: all)
  }

  /// A field belongs to the first entity that has it, and to those that go by the same key. A key
  /// beside another entity only refers.
  private static func foreign(_ entities: [Contract.Entity], at places: [Int]) -> [Int: Set<String>]
  {
    var owners: [String: String] = [:]
    var foreign: [Int: Set<String>] = [:]
    for (entity, place) in zip(entities, places) {
      if entity.key != entities[0].key { foreign[place, default: []].insert(entity.key) }
      for field in entity.fields {
        if let owner = owners[field.name], owner != entity.key {
          foreign[place, default: []].insert(field.name)
        } else {
          owners[field.name] = entity.key
        }
      }
    }
    return foreign
  }
}

/// The shapes of all steps: alike ones share theirs.
struct StepShapes {
  private var shapes: [StepShape] = []
  private var places: [Likeness: Int] = [:]
  /// For each case and step.
  private var steps: [[Int]] = []

  private struct Likeness: Hashable {
    var isWrite: Bool
    var names: [[String]]
  }

  init(_ outline: Outline) {
    let names = Dictionary(
      outline.entities.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    steps.reserveCapacity(outline.cases.count)
    for item in outline.cases {
      steps.append(item.steps.map { add($0, names, outline.entities) })
    }
  }

  subscript(_ step: StepReference) -> StepShape { shapes[steps[step.case][step.step]] }

  private mutating func add(
    _ step: Outline.Step, _ entities: [String: Int], _ known: [Contract.Entity]
  ) -> Int {
    let lists = (step.lists ?? [:]).sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] }
    let likeness = Likeness(
      isWrite: step.isWrite, names: [step.reads, step.writes, step.deletes ?? [], lists])
    if let place = places[likeness] { return place }
    shapes.append(StepShape(step, entities: entities, among: known))
    places[likeness] = shapes.count - 1
    return shapes.count - 1
  }
}
