import LinkageAccuracy
import LinkageCheck
import LinkageCore
import Values

/// Some journeys that ran together: what the ordinary judge made of their history.
struct AccuracyRound {
  private let history: History
  private let verdict: Verdict
  /// The ids of what the writes made.
  private let made: [StepReference: String]

  init(_ history: History) {
    self.history = history
    verdict = Judge.verdict(of: history)
    var made: [StepReference: String] = [:]
    for case .completed(let completion) in history.events.lazy.map(\.kind) {
      let id = completion.output.mapValue?["entryId"]?.stringValue
      if let id { made[completion.step] = id }
    }
    self.made = made
  }

  var lateness: RunEnd.Lateness? { verdict.lateness }

  /// What one journey measured.
  func writes(of position: Int) -> [MeasuredWrite] {
    let (outline, judged) = (history.outline.cases[position], verdict.cases[position])
    return zip(outline.steps, judged.steps).compactMap { step, judged in
      guard let measurement = judged.measurement, let write = step.sync?.writes.last,
        let entity = made[StepReference(case: position, step: write)]
      else { return nil }
      return MeasuredWrite(
        entity: entity, acknowledged: measurement.acknowledged, latency: measurement.latency,
        reads: measurement.reads)
    }
  }

  /// The times between the sendings of successive reads, in the journeys at these positions.
  func gaps(of positions: Set<Int>) -> [Int64] {
    var sent: [StepReference: [Int64]] = [:]
    for case .completed(let completion) in history.events.lazy.map(\.kind) {
      guard completion.read != nil, positions.contains(completion.step.case),
        history.outline.cases[completion.step.case].steps[completion.step.step].operation
          .hasSuffix(".points"), let moment = completion.firstSent
      else { continue }
      sent[completion.step, default: []].append(moment.nanoseconds)
    }
    return sent.values.flatMap { moments in
      let sorted = moments.sorted()
      return zip(sorted.dropFirst(), sorted).map { $0 - $1 }
    }
  }
}
