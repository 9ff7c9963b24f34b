import LinkageAccuracy
import LinkageCore
import Values

/// The figures of `linkage accuracy` for machines; lengths in milliseconds.
enum AccuracyJSON {
  static func text(of reports: [AccuracyReport], _ command: AccuracyCommand) -> String {
    let value: Value = [
      "schema": 1, "version": .string(Version.text), "seed": .string(String(command.seed)),
      "inFlight": .int(Int64(command.inFlight)), "latencies": .list(reports.map(latency)),
    ]
    return value.json(pretty: true) + "\n"
  }

  private static func latency(_ report: AccuracyReport) -> Value {
    [
      "latency": .string(report.latency), "coverage": coverage(report.coverage),
      "unmeasured": .int(Int64(report.unmeasured)), "widthMs": quantiles(report.width),
      "trueMs": quantiles(report.truth), "spacing": spacing(report.spacing),
      "rules": .list(report.exactness.map(rule)),
    ]
  }

  private static func coverage(_ coverage: Coverage) -> Value {
    [
      "writes": .int(Int64(coverage.writes)), "inside": .int(Int64(coverage.inside)),
      "whollyInside": .int(Int64(coverage.whollyInside)),
      "censored": .int(Int64(coverage.censored)),
      "violations": .list(coverage.violations.map(violation)),
      "missing": .list(coverage.missing.map { .string($0) }),
      "truthKnownWithinMs": coverage.truthWidth.map { width in
        ["p50": milliseconds(width.median), "max": milliseconds(width.worst)]
      } ?? nil,
    ]
  }

  private static func violation(_ violation: Violation) -> Value {
    [
      "entity": .string(violation.entity), "lowerMs": milliseconds(violation.latency.lower),
      "upperMs": milliseconds(violation.latency.upper),
      "trueMs": [
        milliseconds(violation.truth.lowerBound), milliseconds(violation.truth.upperBound),
      ],
    ]
  }

  private static func spacing(_ spacing: AccuracyReport.Spacing) -> Value {
    [
      "askedMs": milliseconds(spacing.asked), "reachedMs": milliseconds(spacing.reached),
      "fixedMs": milliseconds(spacing.fixed),
      "latenessMs": spacing.lateness.map { lateness in
        [
          "p50": milliseconds(lateness.p50), "p99": milliseconds(lateness.p99),
          "max": milliseconds(lateness.max),
        ]
      } ?? nil,
    ]
  }

  private static func rule(_ exactness: Exactness) -> Value {
    [
      "rule": .string(exactness.estimator.rawValue), "writes": .int(Int64(exactness.writes)),
      "readsPerWrite": .double(exactness.readsPerWrite), "biasMs": milliseconds(exactness.bias),
      "errorMs": quantiles(exactness.error), "sampleP50Ms": milliseconds(exactness.sampleMedian),
      "sampleP95Ms": milliseconds(exactness.sampleHigh),
    ]
  }

  private static func quantiles(_ quantiles: Exactness.Quantiles?) -> Value {
    guard let quantiles else { return nil }
    return [
      "p50": milliseconds(quantiles.p50), "p95": milliseconds(quantiles.p95),
      "p99": milliseconds(quantiles.p99),
    ]
  }

  private static func milliseconds(_ length: Nanoseconds?) -> Value {
    length.map { .double($0.milliseconds) } ?? nil
  }
}
