import LinkageCore

/// One measurement, and the case that it was made in.
final class LinkSample {
  let scenario: Int
  let measurement: Measurement

  init(scenario: Int, measurement: Measurement) {
    self.scenario = scenario
    self.measurement = measurement
  }

  /// What was seen, or waited for in vain to the end; a wait that was interrupted is neither.
  static func all(of cases: [CaseVerdict]) -> [LinkSample] {
    cases.enumerated().flatMap { index, verdict in
      verdict.steps.filter { $0.status != .notRun || $0.measurement?.hasArrived == true }
        .compactMap { step in
          step.measurement.map { LinkSample(scenario: index, measurement: $0) }
        }
    }
  }
}
