/// A flow as one step uses it. The step's `with`, then the fields of its actor, give the inputs,
/// which expressions inside see as `inputs.NAME`; the outputs become the step's `out`.
public struct Flow: Sendable {
  public var name: String
  /// Its file's first line.
  public var place: Place
  public var inputs: [Field]
  /// Its own actors, whose keys are unique in the scenario.
  public var actors: [Scenario.Actor]
  /// Those of `finally` come last and are marked; they run with the scenario's own.
  public var steps: [Step]
  public var outputs: [NamedExpression]

  public init(
    name: String, place: Place, inputs: [Field], actors: [Scenario.Actor], steps: [Step],
    outputs: [NamedExpression]
  ) {
    self.name = name
    self.place = place
    self.inputs = inputs
    self.actors = actors
    self.steps = steps
    self.outputs = outputs
  }
}
