import LinkageCore
import Values

/// A fault as its file describes it; its operations may stand in another file of the target.
struct FaultModel {
  var name: String
  var on: Action
  var off: Action
  var reader: NodeReader

  struct Action {
    var operation: String
    var with: [Template.Entry]
    var fields: Fields
  }

  /// `nil` after a report when the target has no such operation.
  func fault(in target: TargetModel) -> Target.Fault? {
    let actions = [on, off].map { action($0, in: target) }
    guard let on = actions[0], let off = actions[1] else { return nil }
    return Target.Fault(name: name, on: on, off: off)
  }

  private func action(_ action: Action, in target: TargetModel) -> Target.Fault.Action? {
    guard let model = target.operation(action.operation) else {
      let known = target.operations.map(\.operation.name)
      reader.report(
        .unknownOperation(
          name: action.operation, nearest: Nearest.name(to: action.operation, among: known),
          known: known),
        at: action.fields.target("do"))
      return nil
    }
    checkInputs(of: model, action)
    return Target.Fault.Action(operation: model.operation, with: action.with)
  }

  /// A fault has no actor: what is not in `with` is not given.
  private func checkInputs(of model: OperationModel, _ action: Action) {
    let name = model.operation.name
    let keys = action.fields["with"]?.keys ?? []
    let known = model.operation.inputs.map(\.name)
    for key in keys where model.isPromised {
      guard let input = key.scalarText, !known.contains(input) else { continue }
      let nearest = Nearest.name(to: input, among: known)
      reader.report(
        .unknownInput(name: input, operation: name, nearest: nearest, known: known), at: key)
    }
    let required =
      model.isPromised
      ? model.operation.inputs.filter { !$0.isOptional }.map(\.name) : model.usedInputs
    let given = keys.compactMap(\.scalarText)
    for input in required where !given.contains(input) {
      reader.report(
        .missingInput(name: input, operation: name, actor: nil), at: action.fields.target("do"))
    }
  }
}
