import LinkageCheck
import LinkageCore
import MockKit
import Testing

@Suite("A measured latency")
struct TruthTests {
  /// A moment at which the mocks really did something, compared with what was measured.
  private struct Truth {
    var committed: Int64
    /// It became visible between these.
    var notBefore: Int64
    var notAfter: Int64
  }

  @Test(
    "contains the true one",
    arguments: [
      ("points/points-parity", 0), ("points/points-parity", 300),
      ("orders/mini-order-web-lookup", 300),
    ])
  func containsTruth(journey: String, latency: Int64) async throws {
    let world = try await JourneyWorld(linkLatency: .milliseconds(latency))
    let history = try await world.run(journey)
    let verdict = Judge.verdict(of: history)
    #expect(verdict.judgement == .pass, "\(verdict.cases[0].findings)")
    let measured = verdict.cases[0].steps.enumerated().compactMap { position, step in
      step.measurement.map { (position, $0) }
    }
    #expect(measured.count >= 3)
    for (position, measurement) in measured {
      let real = try #require(truth(of: measurement, at: position, history, world.truth))
      let lower = measurement.acknowledged + measurement.latency.lower
      let upper = measurement.acknowledged + (try #require(measurement.latency.upper))
      #expect(lower.nanoseconds <= real.notAfter, "\(measurement)")
      #expect(upper.nanoseconds >= real.notBefore, "\(measurement)")
      #expect(upper.nanoseconds - real.committed >= latency * 1_000_000, "\(measurement)")
    }
    await world.stop()
  }

  /// The message that the awaited write caused: the one of its entity committed on its platform while
  /// it was under way. The other platform may have had to give something for it first.
  private func truth(
    of measurement: Measurement, at position: Int, _ history: History, _ log: [TruthEntry]
  ) -> Truth? {
    let since = history.outline.cases[0].steps[position].sync?.since ?? []
    let writes = history.completions.filter { since.contains($0.step) }.map(\.completion)
    guard let write = writes.last, let sent = write.sent, let received = write.received else {
      return nil
    }
    let commits = log.filter {
      $0.stage == .committed && $0.type.hasPrefix(measurement.link.entity ?? "")
        && $0.server.rawValue == measurement.link.from
        && (sent.nanoseconds...received.nanoseconds).contains(Int64($0.nanoseconds))
    }
    guard let commit = commits.last else { return nil }
    let visible = log.first { $0.event == commit.event && $0.stage == .visible }
    guard let visible, let notBefore = visible.notBefore else { return nil }
    return Truth(
      committed: Int64(commit.nanoseconds), notBefore: Int64(notBefore),
      notAfter: Int64(visible.nanoseconds))
  }
}
