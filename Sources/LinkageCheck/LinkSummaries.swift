import LinkageCore
import LinkageStatistics

/// All latencies of a run, link by link.
struct LinkSummaries {
  var samples: [LinkSample]
  var entities: [Contract.Entity]

  var all: [LinkSummary] {
    Dictionary(grouping: samples, by: \.measurement.link).sorted { $0.key < $1.key }
      .compactMap { summary(of: $0.key, $0.value) }
  }

  private func summary(of link: Link, _ samples: [LinkSample]) -> LinkSummary? {
    let measurements = samples.lazy.map(\.measurement)
    let sample = SampleQuantile(of: measurements.map(\.latency.bounds))
    guard let quantiles = SampleQuantiles(sample) else { return nil }
    let promised = entities.first { $0.name == link.entity }?.slo
    return LinkSummary(
      link: link, samples: measurements.count,
      censored: measurements.count { !$0.hasArrived },
      immediate: measurements.count { $0.hasArrived && $0.latency.lower < .zero },
      p50: quantiles.p50, p95: quantiles.p95, p99: quantiles.p99,
      medianWidth: LowerMedian.of(
        measurements.compactMap { measurement in
          measurement.latency.upper.map { $0 - measurement.latency.lower }
        }),
      promised: promised,
      late: measurements.count { measurement in
        promised.map { measurement.latency.answer(to: $0) == .beyond } ?? false
      },
      estimates: LinkEstimating(samples: samples, promised: promised).estimates)
  }
}
