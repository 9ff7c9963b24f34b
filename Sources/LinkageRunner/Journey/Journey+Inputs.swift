import CEL
import LinkageCore
import Values

extension Journey {
  /// What is known of a step before anything is sent.
  enum Preparation: Sendable {
    case ready(ValueMap)
    case over(StepEnd.Reason)
  }

  /// Its `when`, and its inputs.
  @inline(never)
  func prepare(_ step: Step) -> Preparation {
    do throws(FillFailure) {
      guard try isWanted(step) else { return .over(.skipped(.when)) }
      return .ready(try inputs(of: step))
    } catch {
      // A clean-up whose references never came to be has nothing to clean up.
      if step.isFinally { return .over(.skipped(.missingReference(error.problem))) }
      return .over(.notRunnable(problem: error.problem, place: error.place))
    }
  }

  /// What an operation of the target's own is handed: what the target gives it, and of what is given
  /// besides what it takes.
  func inputs(
    of action: Target.Fault.Action, given: ValueMap
  ) throws(FillFailure) -> ValueMap {
    var inputs = given
    for (key, value) in try frame.filler.map(action.with) { inputs[key] = value }
    return inputs.limited(to: action.operation)
  }

  /// The key of the actor who does a step; empty where nobody does.
  func actor(of step: Step) -> String { step.actor ?? frame.actor ?? "" }

  /// Whether its `when` holds; a rule without an answer is no reason to skip it silently.
  private func isWanted(_ step: Step) throws(FillFailure) -> Bool {
    guard let when = step.when else { return true }
    let value = try frame.filler.evaluate(when)
    guard let isWanted = value.boolValue else {
      throw FillFailure(
        problem: "when: \(when.expression.source) is \(value.typeName), not bool",
        place: when.place)
    }
    return isWanted
  }

  /// `with`, then the actor's fields of the same names; converted to the contract's types.
  private func inputs(of step: Step) throws(FillFailure) -> ValueMap {
    var inputs = try frame.filler.map(step.with)
    let wanted = WantedInputs(step)
    for (key, value) in actors[actor(of: step)] ?? ValueMap() where inputs[key] == nil {
      if wanted.contains(key.stringValue ?? "") { inputs[key] = value }
    }
    for field in wanted.fields {
      guard let value = inputs[field.name] else { continue }
      if field.type == .secret { masker.add(value) }
      inputs[.string(field.name)] = try converted(value, field, step)
    }
    keepSecrets(of: inputs)
    return inputs
  }

  private func converted(
    _ value: Value, _ field: Field, _ step: Step
  ) throws(FillFailure) -> Value {
    // What goes out is left as it was given where its type is not about identity.
    guard [.id, .phone].contains(field.type) else { return value }
    do throws(Conversion.Failure) {
      return try conversion.convert(value, to: field)
    } catch {
      throw FillFailure(
        problem: "with.\(error.field): \(error.found) is no \(error.expected.rawValue)",
        place: step.place)
    }
  }
}

/// The inputs that a step takes from its actor's fields where `with` does not give them.
private struct WantedInputs {
  var fields: [Field]
  /// Whether any name will do, since no contract says which are meant.
  private var takesAll: Bool

  init(_ step: Step) {
    switch step.body {
    case .flow(let flow):
      fields = flow.inputs
      takesAll = false
    case .fault, .heal, .clock:
      fields = []
      takesAll = false
    case .operation, .parity, .together:
      fields = step.operations.flatMap(\.inputs)
      takesAll = step.operations.contains { $0.errors == nil }
    }
  }

  func contains(_ name: String) -> Bool {
    takesAll || fields.contains { $0.name == name }
  }
}

extension ValueMap {
  /// Only what a contract lets an operation have; all where none speaks of it.
  func limited(to operation: Operation) -> ValueMap {
    guard operation.errors != nil else { return self }
    let names = Set(operation.inputs.map(\.name))
    return ValueMap(filter { names.contains($0.key.stringValue ?? "") }.map { ($0.key, $0.value) })
  }
}
