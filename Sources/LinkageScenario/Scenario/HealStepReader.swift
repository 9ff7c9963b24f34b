import CEL
import LinkageCore
import Values

/// Reads a step that takes faults off again.
struct HealStepReader {
  let step: StepReader
  let fields: Fields
  private var reader: NodeReader { step.reader }
  static let all = "all"

  func read() -> StepRead? {
    guard let node = fields.required("heal") else { return nil }
    let names = step.expressions.texts(node, "heal", single: true)
    let isAll = names.contains { $0.name == Self.all }
    let faults = isAll ? [] : names.filter(isFault).map(\.name)
    if names.isEmpty, case .list(let items) = node.content, items.isEmpty {
      reader.report(.invalidValue(owner: "heal", found: "[]", expected: Self.all), at: node)
    }
    let read = Step(
      id: step.item.id, place: step.place, body: .heal(HealAction(faults: faults)), actor: nil,
      isFinally: step.item.isFinally)
    let shape = step.record(["outcome": .value(.string)], fields)
    return StepRead(item: step.item, step: read, shape: shape, isPromised: false)
  }

  /// Whether it is the id of a fault step before this one.
  private func isFault(_ named: NodeReader.Named) -> Bool {
    if let done = step.done[named.name], case .fault = done.step.body { return true }
    switch step.before[named.name] {
    case .any?: return false
    case .beside?: reader.report(.runsTogether(name: named.name), at: named.node)
    case .later?: reader.report(.stepHasNotRun(name: named.name), at: named.node)
    default: unknown(named)
    }
    return false
  }

  private func unknown(_ named: NodeReader.Named) {
    let known =
      step.scope.steps.names.filter { name in
        guard let done = step.done[name], case .fault = done.step.body else { return false }
        return true
      } + [Self.all]
    let nearest = Nearest.name(to: named.name, among: known)
    reader.report(.unknownStep(name: named.name, nearest: nearest, known: known), at: named.node)
  }
}
