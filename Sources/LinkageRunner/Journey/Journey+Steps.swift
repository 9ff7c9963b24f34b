import CEL
import LinkageCore
import Values

extension Journey {
  /// Does one step, whatever its kind, and says how it ended.
  mutating func perform(_ position: Int) async -> StepEnd.Reason {
    let step = scenario.steps[position]
    setNow()
    let inputs: ValueMap
    do throws(FillFailure) {
      guard try isWanted(step) else { return end(position, .skipped(.when)) }
      inputs = try self.inputs(of: step)
    } catch {
      // A clean-up whose references never came to be has nothing to clean up.
      if step.isFinally { return end(position, .skipped(.missingReference(error.problem))) }
      return end(position, .notRunnable(problem: error.problem, place: error.place))
    }
    await openSessions(for: step)
    for kind in StepKinds.all where kind.applies(to: step) {
      return end(position, await kind.perform(position, inputs, &self))
    }
    return end(position, .unsatisfied)
  }

  /// Whether its `when` holds; a rule without an answer is no reason to skip it silently.
  private func isWanted(_ step: Step) throws(FillFailure) -> Bool {
    guard let when = step.when else { return true }
    let value = try Filler(scope: scope).evaluate(when)
    guard let isWanted = value.boolValue else {
      throw FillFailure(
        problem: "when: \(when.expression.source) is \(value.typeName), not bool",
        place: when.place)
    }
    return isWanted
  }

  /// `with`, then the actor's fields of the same names; converted to the contract's types.
  private func inputs(of step: Step) throws(FillFailure) -> ValueMap {
    let fields = step.actor.flatMap { actors[$0] } ?? ValueMap()
    var inputs = try Filler(scope: scope).map(step.with)
    let wanted = step.operation.inputs.map(\.name)
    for (key, value) in fields where inputs[key] == nil {
      if step.operation.errors == nil || wanted.contains(key.stringValue ?? "") {
        inputs[key] = value
      }
    }
    for field in step.operation.inputs {
      guard let value = inputs[field.name] else { continue }
      if field.type == .secret { masker.add(value) }
      inputs[.string(field.name)] = try converted(value, field, step)
    }
    for (key, value) in inputs where SecretNames.contains(key.stringValue ?? "") {
      masker.add(value)
    }
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

  private mutating func openSessions(for step: Step) async {
    let actor = step.actor ?? ""
    for platform in scenario.target.platforms where sessions[actor]?[platform.name] == nil {
      let jar = platform.keepsCookies ? await transport.openSession() : nil
      sessions[actor, default: [:]][platform.name] = PlatformSession(jar: jar)
    }
  }

  func call(_ step: Step, _ inputs: ValueMap, sessions: [String: PlatformSession]) -> OperationCall
  {
    OperationCall(
      operation: step.operation, target: scenario.target,
      scope: scope, inputs: inputs, sessions: sessions, transport: transport, masker: masker,
      limits: limits,
      conversion: conversion)
  }

  /// Keeps what a finished step left: its record, its session, its `let`s.
  mutating func keep(
    _ performed: Performed, of step: Step, inputs: ValueMap
  ) throws(FillFailure) {
    for (platform, values) in performed.session {
      for (key, value) in values {
        sessions[step.actor ?? "", default: [:]][platform, default: PlatformSession()]
          .values[key] = value
      }
    }
    if let took = performed.took { roundTrips[step.operation.platform] = took }
    if performed.outcome == .ok, let received = performed.received {
      acknowledged[step.id] = received
    }
    scope = naming(step, performed, inputs, in: scope)
    let local = scope.with("out", performed.output).with("http", performed.http)
      .with("with", .map(inputs))
    // What came of a refusal is told by its outcome, not by a name that has no value.
    guard performed.outcome == .ok else { return }
    for entry in step.lets {
      scope = scope.with(entry.name, try Filler(scope: local).evaluate(entry.located))
    }
  }

  /// A scope in which a step's record goes by its name. The name of a step that was given none is no
  /// identifier: nothing can refer to it.
  func naming(
    _ step: Step, _ performed: Performed, _ inputs: ValueMap, in scope: Scope
  ) -> Scope {
    step.id.contains(".") ? scope : scope.with(step.id, record(performed, inputs))
  }

  /// `step.with`, `.out`, `.outcome`, `.http`.
  private func record(_ performed: Performed, _ inputs: ValueMap) -> Value {
    .map(
      [
        "with": .map(inputs), "out": performed.output,
        "outcome": .string(performed.outcomeWord), "http": performed.http,
      ])
  }

  /// The secrets in what came back are known before anything is written down.
  func learnSecrets(from performed: Performed, of step: Step) {
    for (_, value) in performed.session.values.flatMap({ $0 }) { masker.add(value) }
    guard let output = performed.output.mapValue else { return }
    for (key, value) in output {
      let name = key.stringValue ?? ""
      let field = step.operation.outputs.first { $0.name == name }
      if field?.type == .secret || field == nil && SecretNames.contains(name) {
        masker.add(value)
      }
    }
  }
}
