import LinkageCore
import Values

/// One operation that helps to prove a violation, as it is told.
struct Witness {
  /// As a position in the history.
  var event: Int
  /// Since the run began, when it was sent and answered.
  var sent: Nanoseconds
  var answered: Nanoseconds?
  var actor: String?
  var operation: String
  /// What was asked for and what came, as far as it matters: name and value.
  var inputs: [CheckResult.Fact]
  var outputs: [CheckResult.Fact]
  /// `nil` where no answer was recorded.
  var outcome: Outcome?

  /// `nil` for a position that is no operation of the outline.
  init?(at event: Int, of violation: CheckResult.Violation, in run: JudgedRun) {
    guard run.history.events.indices.contains(event) else { return nil }
    switch run.history.events[event].kind {
    case .completed(let completion): self.init(completion, event, violation, run)
    case .invoked(let invocation):
      guard let step = run.history.outline.step(invocation.step) else { return nil }
      self.init(step, at: event, sent: run.history.events[event].at, run)
      inputs = Self.choose(Self.names(violation, run), from: invocation.inputs)
    default: return nil
    }
  }

  private init?(
    _ completion: Completion, _ event: Int, _ violation: CheckResult.Violation, _ run: JudgedRun
  ) {
    guard let step = run.history.outline.step(completion.step) else { return nil }
    let invoked = run.history.events[..<event].last { Self.isInvocation($0, of: completion) }
    let sent = completion.firstSent ?? invoked?.at ?? run.history.events[event].at
    self.init(step, at: event, sent: sent, run)
    answered = completion.received.map { $0 - run.history.header.started }
    outcome = completion.outcome
    let names = Self.names(violation, run)
    if case .invoked(let invocation)? = invoked?.kind {
      inputs = Self.choose(names, from: invocation.inputs)
    }
    let output = violation.platform.flatMap { completion.output[$0] } ?? completion.output
    outputs = Self.choose(names, from: output)
    if outputs.isEmpty { outputs = Self.lists(in: output) }
  }

  private init(_ step: Outline.Step, at event: Int, sent: Instant, _ run: JudgedRun) {
    self.event = event
    self.sent = sent - run.history.header.started
    actor = step.actor
    operation = step.operation
    inputs = []
    outputs = []
  }

  private static func isInvocation(_ event: Event, of completion: Completion) -> Bool {
    guard case .invoked(let invocation) = event.kind else { return false }
    return invocation.step == completion.step && invocation.read == completion.read
  }

  /// The key of the entity and the field that went wrong.
  private static func names(_ violation: CheckResult.Violation, _ run: JudgedRun) -> [String] {
    let entity = run.history.outline.entities.first { $0.name == violation.entity }
    return [entity?.key, violation.field].compactMap { $0 }
      + (entity?.fields ?? []).filter { !$0.flow.isEmpty || $0.monotonic != nil }.map(\.name)
      .filter { $0 != violation.field }
  }

  private static func choose(_ names: [String], from values: Value) -> [CheckResult.Fact] {
    names.compactMap { name in
      guard let value = values[name], !value.isNull, value.listValue == nil else { return nil }
      return CheckResult.Fact(name, value)
    }
  }

  private static func lists(in output: Value) -> [CheckResult.Fact] {
    (output.mapValue ?? ValueMap()).compactMap { key, value in
      guard let name = key.stringValue, value.listValue != nil else { return nil }
      return CheckResult.Fact(name, value)
    }
  }
}
