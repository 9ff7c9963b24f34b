import LinkageCore

/// Reads the steps of a scenario in their order, each knowing those before it.
final class StepsReader {
  private let scope: ScenarioScope
  private var vocabulary: Vocabulary
  private var done: [String: StepModel] = [:]
  private var firstLines: [String: Int] = [:]
  private let expressions: ExpressionReader
  private var usedActors: Set<String> = []

  init(_ scope: ScenarioScope) {
    self.scope = scope
    vocabulary = scope.vocabulary
    expressions = ExpressionReader(scope.reader, library: scope.surroundings.library)
  }

  func steps() -> [Step] {
    checkNames()
    let steps = scope.steps.items.compactMap(step)
    checkActors()
    return steps
  }

  private func step(_ item: StepList.Item) -> Step? {
    let reader = StepReader(
      scope: scope, expressions: expressions, before: vocabulary, done: done, item: item)
    guard let read = reader.step() else {
      if item.idNode != nil { vocabulary.add(item.id, .any) }
      return nil
    }
    for name in read.names { addLet(name) }
    if item.idNode != nil { vocabulary.add(item.id, read.shape) }
    done[item.id] = read.model
    use(read.model.step)
    return read.model.step
  }

  private func addLet(_ name: YAMLNode) {
    guard let text = name.scalarText, Identifier.problem(withVariable: text) == nil else { return }
    if let line = firstLines[text] {
      scope.reader.report(.duplicateStep(name: text, firstLine: line), at: name)
    }
    firstLines[text] = firstLines[text] ?? scope.reader.place(name).line
    vocabulary.add(text, .any)
  }

  /// What a step uses must have the variables that it needs.
  private func use(_ step: Step) {
    let problems = scope.reader.problems
    if let actor = step.actor { usedActors.insert(actor) }
    for operation in step.operations {
      for platform in operation.requests.map(\.platform) {
        scope.table.report(platform, to: problems)
      }
      if case .found(let model) = scope.surroundings.operation(operation.name) {
        problems.add(model.missing)
      }
    }
  }

  /// An actor's name or a step's id stands for one thing.
  private func checkNames() {
    for actor in scope.actors { firstLines[actor.actor.name] = scope.reader.place(actor.key).line }
    for item in scope.steps.items {
      guard let node = item.idNode else { continue }
      if let line = firstLines[item.id] {
        scope.reader.report(.duplicateStep(name: item.id, firstLine: line), at: node)
      } else {
        firstLines[item.id] = scope.reader.place(node).line
      }
    }
  }

  private func checkActors() {
    let used = usedActors.union(expressions.mentions.names)
    for actor in scope.actors {
      if used.contains(actor.actor.name) {
        scope.reader.problems.add(actor.missing)
      } else {
        scope.reader.report(.unusedActor(name: actor.actor.name), at: actor.key)
      }
    }
    for name in used { scope.account(name).map { scope.reader.problems.add($0.missing) } }
  }
}
