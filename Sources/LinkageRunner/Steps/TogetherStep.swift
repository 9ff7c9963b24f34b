import LinkageCore
import Values

/// Steps that begin at the same instant, each in a branch of the journey.
struct TogetherStep: StepKind {
  func applies(to step: Step) -> Bool {
    if case .together = step.body { true } else { false }
  }

  func perform(
    _ step: Step, _ inputs: ValueMap, _ journey: inout Journey
  ) async -> StepEnd.Reason {
    var branches = Branch.split(step.children, of: journey)
    for index in branches.indices { branches[index].prepare() }
    // What cannot begin at the same instant does not begin at all.
    let stopped = branches.indices.filter { branches[$0].cannotBegin }
    if !stopped.isEmpty {
      for index in stopped { branches[index].endFirst() }
      return .unsatisfied
    }
    let (ended, reasons) = await Self.run(branches)
    for branch in ended { journey.absorb(branch.journey) }
    if reasons.contains(.interrupted) { return .interrupted }
    return reasons.isEmpty ? .satisfied : .unsatisfied
  }

  /// All at once; in their own order afterwards, with what ended some of them.
  private static func run(_ branches: [Branch]) async -> ([Branch], [StepEnd.Reason]) {
    await withTaskGroup(of: (Int, Branch, StepEnd.Reason?).self) { group in
      for (index, branch) in branches.enumerated() {
        group.addTask {
          var branch = branch
          let reason = await branch.run()
          return (index, branch, reason)
        }
      }
      var ended: [(Int, Branch, StepEnd.Reason?)] = []
      for await one in group { ended.append(one) }
      ended.sort { $0.0 < $1.0 }
      return (ended.map(\.1), ended.compactMap(\.2))
    }
  }
}

/// One of the steps that run side by side; of a repeated one all rounds, one after the other.
private struct Branch: Sendable {
  var journey: Journey
  var steps: [Step]
  private var preparation = Journey.Preparation.ready(ValueMap())

  private init(journey: Journey, step: Step) {
    self.journey = journey
    steps = [step]
  }

  static func split(_ steps: [Step], of journey: Journey) -> [Branch] {
    var journey = journey
    journey.circles = journey.circles ?? ReadCircles()
    return steps.reduce(into: []) { branches, step in
      let isFurtherRound = (step.round?.number ?? 1) > 1
      if isFurtherRound, branches.last?.steps.first?.id == step.id {
        branches[branches.count - 1].steps.append(step)
      } else {
        branches.append(Branch(journey: journey.forked, step: step))
      }
    }
  }

  /// Computes the inputs of its first step.
  mutating func prepare() {
    _ = journey.frame.enter(steps[0].round)
    preparation = journey.prepare(steps[0])
  }

  var cannotBegin: Bool {
    guard case .over(let reason) = preparation else { return false }
    return journey.endsJourney(reason, steps[0])
  }

  mutating func endFirst() {
    if case .over(let reason) = preparation { _ = journey.passOver(steps[0], reason) }
  }

  /// What ended it; `nil` when all went well.
  mutating func run() async -> StepEnd.Reason? {
    switch preparation {
    case .over: endFirst()
    case .ready(let inputs):
      let reason = await journey.carryOut(steps[0], inputs)
      if journey.endsJourney(reason, steps[0]) { return reason }
    }
    return await journey.run(steps.dropFirst())
  }
}
