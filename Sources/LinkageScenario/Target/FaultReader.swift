import LinkageCore

/// Reads the faults of a target file.
struct FaultReader {
  let reader: NodeReader
  let library: Library

  func faults(_ node: YAMLNode?) -> [FaultModel] {
    guard let node, !node.isAbsent else { return [] }
    return (reader.entries(node, "faults") ?? []).compactMap(fault)
  }

  private func fault(_ entry: YAMLEntry) -> FaultModel? {
    guard let name = entry.key.scalarText,
      let fields = Fields(entry.value, name, keys: ["on", "off"], reader: reader)
    else { return nil }
    let on = action(fields.required("on"), "on")
    let off = action(fields.required("off"), "off")
    guard let on, let off else { return nil }
    return FaultModel(name: name, on: on, off: off, reader: reader)
  }

  private func action(_ node: YAMLNode?, _ owner: String) -> FaultModel.Action? {
    guard let fields = Fields(node, owner, keys: ["do", "with"], reader: reader),
      fields.required("do") != nil, let operation = fields.text("do")
    else { return nil }
    let missing = ProblemList()
    let expressions = ExpressionReader(reader, library: library, missing: missing)
    let with = expressions.entries(fields["with"], "with", in: .everywhere(library))
    return FaultModel.Action(operation: operation, with: with, fields: fields)
  }
}
