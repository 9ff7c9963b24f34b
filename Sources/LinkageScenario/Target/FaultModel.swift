import CEL
import LinkageCore
import Values

/// A fault as its file describes it; its operations may stand in another file of the target.
struct FaultModel {
  var name: String
  var on: Action
  var off: Action

  struct Action {
    var operation: String
    var with: [Template.Entry]
    var fields: Fields
    /// What a step hands to it besides `with`, by name; `nil` where that cannot be told.
    var given: [String: StaticType]?
  }

  /// `nil` after a report when the target has no such operation.
  func fault(in target: TargetModel) -> Target.Fault? {
    let on = on.action(in: target)
    // Whatever the first put out is handed to the second.
    var ending = off
    let outputs = target.operation(self.on.operation)?.outputs
    ending.given = outputs.map { $0.reduce(into: self.off.given ?? [:]) { $0[$1] = .dyn } }
    let off = ending.action(in: target)
    guard let on, let off else { return nil }
    return Target.Fault(name: name, on: on, off: off)
  }
}

extension FaultModel.Action {
  /// `nil` after a report when the target has no such operation.
  func action(in target: TargetModel) -> Target.Fault.Action? {
    guard let model = target.operation(operation) else {
      let known = target.operations.map(\.operation.name)
      fields.reader.report(
        .unknownOperation(
          name: operation, nearest: Nearest.name(to: operation, among: known), known: known),
        at: fields.target("do"))
      return nil
    }
    let check = InputCheck(
      reader: fields.reader, fields: fields, with: with, actor: ActingActor(fields: given)
    ) { _ in .dyn }
    check.check(model)
    return Target.Fault.Action(operation: model.operation, with: with)
  }
}
