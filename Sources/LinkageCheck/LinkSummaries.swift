import LinkageCore
import LinkageStatistics

/// All latencies of a run, link by link.
struct LinkSummaries {
  var measurements: [Measurement]
  var entities: [Contract.Entity]

  var all: [LinkSummary] {
    Dictionary(grouping: measurements, by: \.link).sorted { $0.key < $1.key }
      .compactMap { summary(of: $0.key, $0.value) }
  }

  private func summary(of link: Link, _ measurements: [Measurement]) -> LinkSummary? {
    let quantiles = SampleQuantile(of: measurements.map { bounds($0.latency) })
    guard let p50 = quantiles.bounds(at: 0.5), let p95 = quantiles.bounds(at: 0.95),
      let p99 = quantiles.bounds(at: 0.99)
    else { return nil }
    let promised = entities.first { $0.name == link.entity }?.slo
    return LinkSummary(
      link: link, samples: measurements.count,
      censored: measurements.count { !$0.hasArrived },
      immediate: measurements.count { $0.hasArrived && $0.latency.lower < .zero },
      p50: interval(p50), p95: interval(p95), p99: interval(p99),
      medianWidth: medianWidth(measurements),
      promised: promised,
      late: measurements.count { measurement in
        promised.map { measurement.latency.lower > $0 } ?? false
      })
  }

  private func medianWidth(_ measurements: [Measurement]) -> Nanoseconds? {
    let widths = measurements.compactMap { measurement in
      measurement.latency.upper.map { $0 - measurement.latency.lower }
    }.sorted()
    return widths.isEmpty ? nil : widths[(widths.count - 1) / 2]
  }

  private func bounds(_ latency: LatencyInterval) -> Bounds {
    Bounds(
      lower: latency.lower.count, upper: latency.upper?.count, point: latency.point?.count)
  }

  private func interval(_ bounds: Bounds) -> LatencyInterval {
    LatencyInterval(
      lower: Nanoseconds(bounds.lower), upper: bounds.upper.map { Nanoseconds($0) },
      point: bounds.point.map { Nanoseconds($0) })
  }
}
