import CEL
import LinkageCore

/// Reads the steps of a scenario or flow in their order, each knowing those before it.
final class StepsReader {
  private let scope: StepScope
  private var vocabulary: Vocabulary
  private let done = DoneSteps()
  private var names: [String: Name] = [:]
  private var reads: [StepRead] = []
  /// What is known when all steps but those of `finally` are over.
  private(set) var afterSteps: Vocabulary

  /// What a name stands for, and on which line it was given.
  private struct Name {
    var line: Int
    var isStep: Bool
  }

  init(_ scope: StepScope) {
    self.scope = scope
    vocabulary = scope.vocabulary
    afterSteps = vocabulary
  }

  private var reader: NodeReader { scope.reader }

  /// Whether the contract speaks of all that was read.
  var isPromised: Bool { reads.allSatisfy(\.isPromised) }

  func steps() -> [Step] {
    checkNames()
    var steps: [Step] = []
    for item in scope.steps.items {
      steps += self.steps(item)
      if !item.isFinally { afterSteps = vocabulary }
    }
    return steps
  }

  /// Each of the step's rounds.
  private func steps(_ item: StepItem) -> [Step] {
    guard scope.affords(item.all.count, at: item.node) else { return [] }
    let step = StepReader(scope: scope, before: vocabulary, done: done, item: item)
    let read = step.step()
    read.map(keep)
    forget(item)
    guard let read else { return [] }
    reads.append(read)
    guard scope.affordsRounds(of: read) else { return [] }
    return read.steps(below: scope.frame.path)
  }

  /// Of what could not be read, later steps may suppose anything.
  private func forget(_ item: StepItem) {
    for item in item.all where done[item.id] == nil {
      if item.idNode != nil { vocabulary.add(item.id, .any) }
      for name in item.node.value("let")?.keys.compactMap(\.scalarText) ?? []
      where vocabulary[name] == nil {
        vocabulary.add(name, .any)
      }
    }
  }

  private func keep(_ read: StepRead) {
    read.inner.forEach(keep)
    for name in read.lets { add(name) }
    if read.item.idNode != nil { vocabulary.add(read.item.id, read.shape) }
    done.add(read.model, as: read.item.id)
    use(read.step)
  }

  private func add(_ given: StepRead.Let) {
    guard let text = given.name.scalarText, Identifier.problem(withVariable: text) == nil else {
      return
    }
    claim(text, at: given.name, isStep: false)
    vocabulary.add(text, .value(given.type))
  }

  /// What a step uses must have the variables that it needs.
  private func use(_ step: Step) {
    for operation in step.operations {
      for platform in operation.requests.map(\.platform) {
        scope.table.report(platform, to: reader.problems)
      }
      if case .found(let model) = scope.surroundings.operation(operation.name) {
        reader.problems.add(model.missing)
      }
    }
  }

  /// A name stands for one thing: an actor, a step or a value.
  private func checkNames() {
    for actor in scope.actors {
      names[actor.actor.name] = Name(line: reader.place(actor.key).line, isStep: false)
    }
    for item in scope.steps.all {
      if let node = item.idNode { claim(item.id, at: node, isStep: true) }
    }
  }

  private func claim(_ name: String, at node: YAMLNode, isStep: Bool) {
    guard let first = names[name] else {
      names[name] = Name(line: reader.place(node).line, isStep: isStep)
      return
    }
    reader.report(
      isStep && first.isStep
        ? .duplicateStep(name: name, firstLine: first.line)
        : .duplicateName(name: name, firstLine: first.line), at: node)
  }

  /// Reports who does nothing, and what those who act need and is not set.
  func checkActors() {
    let mentions = scope.expressions.mentions
    let used = mentions.actors.union(mentions.names)
    for actor in scope.actors {
      if used.contains(actor.actor.name) {
        reader.problems.add(actor.missing)
      } else {
        reader.report(.unusedActor(name: actor.actor.name), at: actor.key)
      }
    }
    for name in used { scope.account(name).map { reader.problems.add($0.missing) } }
  }
}
