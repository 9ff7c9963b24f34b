import CEL
import LinkageCore
import Values

/// The steps of another file, in a frame of their own.
struct FlowStep: StepKind {
  func applies(to step: Step) -> Bool {
    if case .flow = step.body { true } else { false }
  }

  func perform(
    _ step: Step, _ inputs: ValueMap, _ journey: inout Journey
  ) async -> StepEnd.Reason {
    guard case .flow(let flow) = step.body else { return .unsatisfied }
    journey.recordInvocation(step, inputs: inputs)
    let outer = journey.frame
    journey.frame = journey.frame(of: flow, usedBy: step, inputs)
    let result = await run(step, flow, &journey)
    journey.frame = outer
    switch result {
    case .failure(let ended): return ended.reason
    case .success(let outputs): return finish(step, inputs, outputs, &journey)
    }
  }

  /// Why there are no outputs.
  private struct Ended: Error {
    var reason: StepEnd.Reason
  }

  private func run(
    _ step: Step, _ flow: Flow, _ journey: inout Journey
  ) async -> Result<ValueMap, Ended> {
    do throws(FillFailure) {
      try journey.add(flow.actors)
    } catch {
      return .failure(Ended(reason: error.reason))
    }
    let began = journey.transport.now()
    let failed = await journey.run(step.inner[...])
    if !step.cleanUp.isEmpty {
      journey.cleanups.append(
        Journey.Cleanup(began: began, frame: journey.frame, steps: step.cleanUp))
    }
    if let failed {
      return .failure(Ended(reason: failed == .interrupted ? .interrupted : .unsatisfied))
    }
    return outputs(of: flow, journey)
  }

  private func outputs(of flow: Flow, _ journey: Journey) -> Result<ValueMap, Ended> {
    var outputs = ValueMap()
    do throws(FillFailure) {
      for entry in flow.outputs {
        outputs[.string(entry.name)] = try journey.frame.filler.evaluate(entry.located)
      }
    } catch {
      return .failure(Ended(reason: error.reason))
    }
    journey.keepSecrets(of: outputs)
    return .success(outputs)
  }

  private func finish(
    _ step: Step, _ inputs: ValueMap, _ outputs: ValueMap, _ journey: inout Journey
  ) -> StepEnd.Reason {
    var performed = Performed(outcome: .ok)
    performed.output = .map(outputs)
    let conditions = journey.conditions(of: step, after: performed, inputs: inputs)
    journey.recordCompletion(step, performed, conditions: conditions)
    do throws(FillFailure) {
      try journey.keep(performed, of: step, inputs: inputs)
    } catch {
      return error.reason
    }
    return step.isSatisfied(by: performed, conditions) ? .satisfied : .unsatisfied
  }
}

extension Journey {
  /// Nothing of the caller is seen inside but what was given; random choices are the use's own, so
  /// that they do not depend on what runs beside it.
  fileprivate func frame(of flow: Flow, usedBy step: Step, _ inputs: ValueMap) -> Frame {
    let name = "\(scenario.name)/\(flow.name)@\(step.position)"
    var scope = Self.scope(of: scenario, options, name: name).with("inputs", .map(inputs))
    for account in scenario.target.accounts {
      if let fields = actors[account.name] { scope = scope.with(account.name, .map(fields)) }
    }
    if let round = frame.scope["round"] { scope = scope.with("round", round) }
    if let now = frame.scope["now"] { scope = scope.with("now", now) }
    var inner = Frame(scope: scope, actor: step.actor ?? frame.actor)
    inner.absent = Set(
      flow.inputs.filter { $0.isOptional && inputs[$0.name] == nil }.map { "inputs.\($0.name)" })
    return inner
  }
}
