import CEL
import LinkageCore

/// Reads what a target file says of its faults and its clock.
struct FaultReader {
  let reader: NodeReader
  let library: Library

  func faults(_ node: YAMLNode?) -> [FaultModel] {
    guard let node, !node.isAbsent else { return [] }
    return (reader.entries(node, "faults") ?? []).compactMap(fault)
  }

  /// `clock: { advance: { do: … } }`.
  func clock(_ node: YAMLNode?) -> FaultModel.Action? {
    guard let node, !node.isAbsent,
      let fields = Fields(node, "clock", keys: ["advance"], reader: reader)
    else { return nil }
    return action(fields.required("advance"), "advance", given: ["ms": .int])
  }

  private func fault(_ entry: YAMLEntry) -> FaultModel? {
    guard let name = entry.key.scalarText,
      let fields = Fields(entry.value, name, keys: ["on", "off"], reader: reader)
    else { return nil }
    let on = action(fields.required("on"), "on", given: FaultStepReader.inputs)
    let off = action(fields.required("off"), "off", given: FaultStepReader.inputs)
    guard let on, let off else { return nil }
    return FaultModel(name: LinkName.withArrow(name), on: on, off: off)
  }

  private func action(
    _ node: YAMLNode?, _ owner: String, given: [String: StaticType]
  ) -> FaultModel.Action? {
    guard let fields = Fields(node, owner, keys: ["do", "with"], reader: reader),
      fields.required("do") != nil, let operation = fields.text("do")
    else { return nil }
    let missing = ProblemList()
    let expressions = ExpressionReader(reader, library: library, missing: missing)
    let with = expressions.entries(fields["with"], "with", in: .everywhere(library))
    return FaultModel.Action(operation: operation, with: with, fields: fields, given: given)
  }
}
