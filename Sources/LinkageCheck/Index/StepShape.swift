import LinkageCore

/// What the operations of alike steps say of entities; all of them as indices into the outline's.
struct StepShape {
  var isWrite: Bool
  var reads: [Int]
  var writes: [Int]
  var deletes: [Int]
  var lists: [(output: String, entity: Int)]
  /// All that it reads or writes, each once.
  var all: [Int]
  /// Whether all its entities go by the same key, so that an answer with that key says who asked.
  var saysWho: Bool

  init(_ step: Outline.Step, entities: [String: Int], keys: [String]) {
    func indices(_ names: [String]) -> [Int] { names.compactMap { entities[$0] } }
    isWrite = step.isWrite
    reads = indices(step.reads)
    writes = step.isWrite ? indices(step.writes) : []
    deletes = indices(step.deletes ?? [])
    lists = (step.lists ?? [:]).sorted { $0.key < $1.key }
      .compactMap { output, name in entities[name].map { (output, $0) } }
    let written = writes
    all = written + reads.filter { !written.contains($0) }
    saysWho = Set(all.map { keys[$0] }).count == 1
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
    let keys = outline.entities.map(\.key)
    steps.reserveCapacity(outline.cases.count)
    for item in outline.cases {
      steps.append(item.steps.map { add($0, names, keys) })
    }
  }

  subscript(_ step: StepReference) -> StepShape { shapes[steps[step.case][step.step]] }

  private mutating func add(
    _ step: Outline.Step, _ entities: [String: Int], _ keys: [String]
  ) -> Int {
    let lists = (step.lists ?? [:]).sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] }
    let likeness = Likeness(
      isWrite: step.isWrite, names: [step.reads, step.writes, step.deletes ?? [], lists])
    if let place = places[likeness] { return place }
    shapes.append(StepShape(step, entities: entities, keys: keys))
    places[likeness] = shapes.count - 1
    return shapes.count - 1
  }
}
