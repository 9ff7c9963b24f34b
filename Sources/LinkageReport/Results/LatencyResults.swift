import LinkageCore
import Values

/// Latencies and what is measured of them, in milliseconds; `null` where there is no bound.
enum LatencyResults {
  static func interval(_ interval: LatencyInterval) -> Value {
    .object([
      ("lowerMs", .milliseconds(interval.lower)),
      ("upperMs", interval.upper.map(Value.milliseconds)),
      ("pointMs", interval.point.map(Value.milliseconds)),
    ])
  }

  static func measurement(_ measurement: Measurement, of step: Outline.Step) -> Value {
    .object([
      ("entity", measurement.link.entity.map(Value.string)),
      ("from", .string(measurement.link.from)),
      ("to", .string(measurement.link.to)),
      ("latency", interval(measurement.latency)),
      ("sinceSent", interval(measurement.sinceSent)),
      ("sincePlanned", measurement.sincePlanned.map(interval)),
      ("stable", measurement.stable.map(interval)),
      ("missedAgainMs", measurement.missedAgain.map(Value.milliseconds)),
      ("conditions", .list(measurement.conditions.map { condition($0, of: step) })),
      ("withinMs", .milliseconds(measurement.within)),
      ("sloMs", measurement.slo.map(Value.milliseconds)),
      ("sloAnswer", measurement.sloAnswer.map { .string($0.rawValue) }),
      ("reads", .count(measurement.reads)),
      ("failedReads", .count(measurement.failedReads)),
      ("sharedReads", measurement.sharedReads.map(Value.count)),
      ("readSpacingMs", measurement.readSpacing.map(Value.milliseconds)),
      ("roundTrip", measurement.roundTrip.map(roundTrip)),
      ("sameAnswer", .bool(measurement.sameAnswer)),
      ("ageMs", measurement.age.map(Value.milliseconds)),
    ])
  }

  static func roundTrip(_ trip: RoundTrip) -> Value {
    .object([
      ("earlyMs", .milliseconds(trip.early)), ("lateMs", .milliseconds(trip.late)),
      ("reads", .count(trip.reads)), ("grown", .bool(trip.hasGrown)),
    ])
  }

  static func link(_ summary: LinkSummary) -> Value {
    .object([
      ("entity", summary.link.entity.map(Value.string)),
      ("from", .string(summary.link.from)),
      ("to", .string(summary.link.to)),
      ("samples", .count(summary.samples)),
      ("censored", .count(summary.censored)),
      ("immediate", .count(summary.immediate)),
      ("p50", interval(summary.p50)),
      ("p95", interval(summary.p95)),
      ("p99", interval(summary.p99)),
      ("medianWidthMs", summary.medianWidth.map(Value.milliseconds)),
      ("promisedMs", summary.promised.map(Value.milliseconds)),
      ("late", .count(summary.late)),
      ("estimates", summary.estimates.map(EstimateResults.estimates)),
    ])
  }

  private static func condition(_ latency: ConditionLatency, of step: Outline.Step) -> Value {
    let isKnown = step.expectations.indices.contains(latency.expectation)
    return .object([
      ("expectation", isKnown ? .string(step.expectations[latency.expectation].text) : nil),
      ("latency", interval(latency.latency)),
      ("missedAgainMs", latency.missedAgain.map(Value.milliseconds)),
    ])
  }
}
