import CEL
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
    let check = InputCheck(
      reader: reader, fields: action.fields, with: action.with, actor: ActingActor(fields: [:])
    ) { _ in .dyn }
    check.check(model)
    return Target.Fault.Action(operation: model.operation, with: action.with)
  }
}
