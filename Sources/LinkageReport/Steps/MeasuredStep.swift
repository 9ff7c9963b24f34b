import LinkageCore

/// A step whose latency was measured, all its rounds together.
struct MeasuredStep {
  /// `balance`, or `join › balance`.
  var name: String
  /// How many rounds were measured.
  var rounds: Int
  /// The slowest round's.
  var worst: Measurement
  /// Whether the slowest round was interrupted while it waited.
  var isInterrupted: Bool
  /// Reads of all rounds.
  var reads: Int

  /// In the order of the steps.
  static func all(_ outline: Outline.Case, _ verdict: CaseVerdict) -> [MeasuredStep] {
    let tree = StepTree(outline.steps)
    var steps: [MeasuredStep] = []
    var places: [String: Int] = [:]
    for (position, step) in zip(outline.steps.indices, verdict.steps) {
      guard let measurement = step.measurement else { continue }
      let isRound = tree.round(of: position) != nil
      let number = tree.nodes[position].number
      if isRound, let place = places[number] {
        steps[place].add(
          measurement, reads: measurement.reads, isInterrupted: step.isInterruptedWait)
        continue
      }
      places[number] = steps.count
      steps.append(
        MeasuredStep(
          name: isRound ? tree.plainPath(of: position) : tree.path(of: position), rounds: 1,
          worst: measurement, isInterrupted: step.isInterruptedWait, reads: measurement.reads))
    }
    return steps
  }

  /// Those of one name as one, in the order of the first of each.
  static func merged(_ all: [MeasuredStep]) -> [MeasuredStep] {
    var steps: [MeasuredStep] = []
    var places: [String: Int] = [:]
    for step in all {
      guard let place = places[step.name] else {
        places[step.name] = steps.count
        steps.append(step)
        continue
      }
      steps[place].rounds += step.rounds - 1
      steps[place].add(step.worst, reads: step.reads, isInterrupted: step.isInterrupted)
    }
    return steps
  }

  private mutating func add(_ measurement: Measurement, reads: Int, isInterrupted: Bool) {
    rounds += 1
    self.reads += reads
    guard Measurement.isWorse(measurement, worst) else { return }
    worst = measurement
    self.isInterrupted = isInterrupted
  }

  /// The slowest round's latency, and whether it is one of several or was cut short.
  func latency(_ language: Language) -> String {
    let words = language.consoleWords
    let latency = IntervalText.text(worst.latency)
    let text = isInterrupted ? words.interrupted(latency) : latency
    return rounds > 1 ? words.worst(text) : text
  }

  /// `balance ×20` for twenty rounds.
  var label: String { rounds > 1 ? "\(name) ×\(rounds)" : name }
}

extension StepVerdict {
  /// Whether the run was interrupted before the change was seen or its deadline came.
  var isInterruptedWait: Bool { status == .notRun && measurement?.hasArrived == false }
}
