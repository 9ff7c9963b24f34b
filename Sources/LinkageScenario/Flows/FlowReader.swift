import CEL
import LinkageCore

/// A flow that has been read for a step that uses it.
struct FlowRead {
  var flow: Flow
  /// What the step that uses it has as `out`.
  var outputs: Shape
  /// Whether the contract speaks of all that it does.
  var isPromised: Bool
}

/// Reads a flow's file for one use.
struct FlowReader {
  static let keys = ["flow", "title", "inputs", "outputs", "actors", "steps", "finally"]
  /// What a scenario says, and a flow cannot.
  static let elsewhere = Dictionary(
    uniqueKeysWithValues: ["priority", "tags", "platforms", "matrix", "exclusive"].map {
      ($0, "scenario")
    })

  let document: FlowDocument
  let surroundings: Surroundings
  let flows: FlowFiles
  let budget: StepBudget
  let table: PlatformTable
  private var reader: NodeReader { document.reader }

  /// What a flow says of itself before its steps.
  struct Head {
    var fields: Fields?
    var name: String
    var inputs: [Field]
    var inputKeys: [YAMLNode]
  }

  func head() -> Head {
    let fields = Fields(
      document.root, "flow", keys: Self.keys, elsewhere: Self.elsewhere, reader: reader)
    let name = fields.flatMap(self.name) ?? FlowPath.name(document.path)
    _ = reader.title(fields?["title"])
    let inputs = FieldReader(reader: reader).fields(fields?["inputs"], "inputs")
    return Head(
      fields: fields, name: name, inputs: inputs, inputKeys: fields?["inputs"]?.keys ?? [])
  }

  private func name(_ fields: Fields) -> String? {
    guard let node = fields.required("flow"), let name = reader.text(node, "flow"),
      !reader.report(Identifier.problem(withScenario: name), at: node)
    else { return nil }
    return name
  }

  /// `nil` after a report when it is no flow.
  func read(_ head: Head, in frame: Frame) -> FlowRead? {
    guard let fields = head.fields else { return nil }
    let expressions = ExpressionReader(reader, library: surroundings.library)
    let actors = ActorReader(reader: reader, library: surroundings.library, inputs: frame.inputs)
      .actors(fields["actors"], "actors")
    let scope = StepScope(
      expressions: expressions, surroundings: surroundings, flows: flows, budget: budget,
      actors: actors, table: table, steps: StepList(fields, expressions), frame: frame)
    let steps = StepsReader(scope)
    let read = steps.steps()
    let outputs = self.outputs(fields["outputs"], expressions, steps)
    steps.checkActors()
    checkInputs(head, expressions, actors)
    let own = actors.map {
      Scenario.Actor(
        name: $0.actor.name, key: frame.path + $0.actor.name, fields: $0.actor.fields)
    }
    let flow = Flow(
      name: head.name, place: place, inputs: head.inputs, actors: own, steps: read,
      outputs: outputs.expressions)
    return FlowRead(flow: flow, outputs: outputs.shape, isPromised: steps.isPromised)
  }

  /// The file's first line.
  private var place: Place {
    reader.source.place(EntryText.lineRest(from: document.root.range.lowerBound, in: reader.source))
  }

  private func outputs(
    _ node: YAMLNode?, _ expressions: ExpressionReader, _ steps: StepsReader
  ) -> (expressions: [NamedExpression], shape: Shape) {
    guard let node, !node.isAbsent else { return ([], .plain("out", [])) }
    var outputs: [NamedExpression] = []
    for entry in reader.entries(node, "outputs") ?? [] {
      guard let name = entry.key.scalarText,
        !reader.report(Identifier.problem(withField: name), at: entry.key)
      else { continue }
      let located = expressions.expression(entry.value, name, in: steps.afterSteps)
      located.map { outputs.append(NamedExpression(name: name, located: $0)) }
    }
    let types = outputs.map {
      ($0.name, Shape.value(expressions.type(of: $0.located, in: steps.afterSteps)))
    }
    let names = node.keys.compactMap(\.scalarText)
    return (
      outputs,
      .members(Members(owner: .plain("out"), names: names, shapes: Dictionary(types) { $1 }))
    )
  }

  private func checkInputs(
    _ head: Head, _ expressions: ExpressionReader, _ actors: [ActorReader.Read]
  ) {
    let mentions = [expressions.mentions] + actors.map(\.mentions)
    for key in head.inputKeys {
      guard let name = key.scalarText, head.inputs.contains(where: { $0.name == name }),
        !mentions.contains(where: { $0.usesFlowInput(name) })
      else { continue }
      reader.report(.unusedInput(name: name), at: key)
    }
  }
}
