import LinkageCore
import Values

/// Goes through a history once and writes down what its operations say.
struct IndexBuilder {
  let history: History
  let shapes: StepShapes
  let systems: Systems
  var people: [Person] = []
  private(set) var operations: [IndexedOperation] = []
  var observations: [Observation] = []
  var listings: [Listing] = []
  var subjects: [Subject] = []
  var keys: PersonKeys
  /// Each with the system on which it was.
  var renamings: [(system: Int, renaming: Renaming)] = []

  /// For each case and step.
  private var peopleOfSteps: [[Int]] = []
  private var places: [SubjectKey: Int] = [:]
  private var waiting: [WaitingKey: Waiting] = [:]

  private struct SubjectKey: Hashable {
    var system: Int
    var entity: Int
    var key: Value
  }

  private struct WaitingKey: Hashable {
    var step: StepReference
    var read: Int?
  }

  private struct Waiting {
    var position: Int
    var at: Instant
    var inputs: Value
  }

  init(_ history: History) {
    self.history = history
    shapes = StepShapes(history.outline)
    systems = Systems(history.outline)
    keys = PersonKeys(people: 0, named: [])
    addPeople()
    keys = PersonKeys(
      people: people.count, named: PersonKeys.named(in: history, shapes: shapes))
    operations.reserveCapacity(history.events.count / 2)
  }

  /// One that has read the whole history.
  static func filled(_ history: History) -> IndexBuilder {
    var builder = IndexBuilder(history)
    builder.readAll()
    return builder
  }

  private mutating func readAll() {
    for (position, event) in history.events.enumerated() {
      switch event.kind {
      case .invoked(let invocation) where history.outline.has(invocation.step):
        waiting[WaitingKey(step: invocation.step, read: invocation.read)] = Waiting(
          position: position, at: event.at, inputs: invocation.inputs)
      case .completed(let completion) where history.outline.has(completion.step):
        let invoked = waiting.removeValue(
          forKey: WaitingKey(step: completion.step, read: completion.read))
        add(completion, at: position, event.at, invoked)
      default: break
      }
    }
    addUnanswered()
  }

  /// The place of an entity by its key, on the system that the operation was done on.
  mutating func subject(_ entity: Int, _ key: Value, _ operation: IndexedOperation) -> Int {
    let system = systems.number(of: operation)
    let name = SubjectKey(system: system, entity: entity, key: key)
    if let place = places[name] { return place }
    subjects.append(Subject(entity: entity, key: key, system: system, observations: []))
    places[name] = subjects.count - 1
    return subjects.count - 1
  }

  /// While any people were both of two entities: what the one has may become the other's.
  var renamed: [Int: [(began: Instant, ended: Instant)]] {
    var found: [Int: [(began: Instant, ended: Instant)]] = [:]
    for (system, renaming) in renamings {
      for (entity, kind) in history.outline.entities.enumerated() where kind.key == renaming.key {
        for key in [renaming.from, renaming.to] {
          guard let place = places[SubjectKey(system: system, entity: entity, key: key)] else {
            continue
          }
          found[place, default: []].append((renaming.began, renaming.ended))
        }
      }
    }
    return found
  }

  private mutating func addPeople() {
    for (number, item) in history.outline.cases.enumerated() {
      var known: [String?: Int] = [:]
      peopleOfSteps.append(
        item.steps.map { step in
          if let place = known[step.actor] { return place }
          people.append(Person(case: number, actor: step.actor))
          known[step.actor] = people.count - 1
          return people.count - 1
        })
    }
  }

  private mutating func add(
    _ completion: Completion, at position: Int, _ moment: Instant, _ invoked: Waiting?
  ) {
    let step = history.outline.cases[completion.step.case].steps[completion.step.step]
    guard !step.isGroup else { return }
    let answered = Answered(
      completion: completion, position: position, invoked: invoked?.at ?? moment,
      inputs: invoked?.inputs ?? .null,
      person: peopleOfSteps[completion.step.case][completion.step.step])
    for operation in answered.operations(of: step) {
      observe(operation, shapes[completion.step], completion)
    }
  }

  private mutating func observe(
    _ operation: IndexedOperation, _ shape: StepShape, _ completion: Completion?
  ) {
    operations.append(operation)
    addObservations(of: operation, shape, completion)
  }

  /// What was sent and never answered may have happened.
  private mutating func addUnanswered() {
    for (key, invoked) in waiting.sorted(by: { $0.value.position < $1.value.position }) {
      let step = history.outline.cases[key.step.case].steps[key.step.step]
      guard step.isWrite, !step.isGroup else { continue }
      let operation = IndexedOperation(
        step, at: key.step, read: key.read, position: invoked.position,
        person: peopleOfSteps[key.step.case][key.step.step], platform: step.platform,
        end: .unknown, error: nil, times: (invoked.at, invoked.at, Instant(.max)),
        inputs: invoked.inputs, output: .null, completion: nil)
      observe(operation, shapes[key.step], nil)
    }
  }
}
