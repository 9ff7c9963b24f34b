import LinkageCore

/// A step whose latency was measured, all its rounds together.
struct MeasuredStep {
  /// `balance`, or `join › balance`.
  var name: String
  /// How many rounds were measured.
  var rounds: Int
  /// The slowest round's.
  var worst: Measurement
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
        steps[place].add(measurement, reads: measurement.reads)
        continue
      }
      places[number] = steps.count
      steps.append(
        MeasuredStep(
          name: isRound ? tree.plainPath(of: position) : tree.path(of: position), rounds: 1,
          worst: measurement, reads: measurement.reads))
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
      steps[place].add(step.worst, reads: step.reads)
    }
    return steps
  }

  private mutating func add(_ measurement: Measurement, reads: Int) {
    rounds += 1
    self.reads += reads
    if Measurement.isWorse(measurement, worst) { worst = measurement }
  }

  /// `balance ×20` for twenty rounds.
  var label: String { rounds > 1 ? "\(name) ×\(rounds)" : name }
}
