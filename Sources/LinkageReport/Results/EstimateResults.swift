import LinkageCore
import Values

/// What the samples of a link tell of all its changes.
enum EstimateResults {
  static func estimates(_ estimates: LinkEstimates) -> Value {
    .object([
      ("confidence", .double(LinkEstimates.confidence)),
      ("writes", .count(estimates.writes)),
      ("leastMoments", .count(estimates.leastMoments)),
      ("p50", quantile(estimates.p50)),
      ("p95", quantile(estimates.p95)),
      ("p99", quantile(estimates.p99)),
      ("sloAnswer", estimates.sloAnswer.map { .string($0.rawValue) }),
      ("visible", .list(estimates.visible.map(share))),
      ("curve", .list(estimates.curve.map(step))),
      ("sinceSent", quantiles(estimates.sinceSent)),
      ("sincePlanned", estimates.sincePlanned.map(quantiles)),
      ("medianReads", .count(estimates.medianReads)),
      ("readSpacingMs", estimates.readSpacing.map(Value.milliseconds)),
      ("roundTrip", estimates.roundTrip.map(LatencyResults.roundTrip)),
    ])
  }

  private static func quantile(_ quantile: PopulationQuantile) -> Value {
    .object([
      ("lowerMs", quantile.lower.map(Value.milliseconds)),
      ("upperMs", quantile.upper.map(Value.milliseconds)),
      ("coverage", .double(quantile.coverage)),
      ("samplesNeeded", .count(quantile.samplesNeeded)),
    ])
  }

  private static func share(_ share: VisibleShare) -> Value {
    .object([
      ("byMs", .milliseconds(share.by)),
      ("least", .count(share.least)), ("most", .count(share.most)),
      ("lower", .double(share.lower)), ("upper", .double(share.upper)),
    ])
  }

  private static func step(_ step: CurveStep) -> Value {
    .object([
      ("lowerMs", .milliseconds(step.lower)),
      ("upperMs", step.upper.map(Value.milliseconds)),
      ("mass", .double(step.mass)),
    ])
  }

  private static func quantiles(_ quantiles: SampleQuantiles) -> Value {
    .object([
      ("p50", LatencyResults.interval(quantiles.p50)),
      ("p95", LatencyResults.interval(quantiles.p95)),
      ("p99", LatencyResults.interval(quantiles.p99)),
    ])
  }
}
