import MockKit
import Testing

@Suite("A latency of the link")
struct LinkLatencyTests {
  @Test(
    "is read as it is written, and written as it can be read",
    arguments: [
      ("300ms", LinkLatency.milliseconds(300)), ("0s", .zero), ("1.5s", .milliseconds(1500)),
      ("5ms..50ms", .uniform(.milliseconds(5), .milliseconds(50))),
      (" 5ms .. 5ms ", .uniform(.milliseconds(5), .milliseconds(5))),
      ("200ms±10ms", .normal(mean: .milliseconds(200), deviation: .milliseconds(10))),
      ("exponential 20ms", .exponential(mean: .milliseconds(20))),
      ("lognormal 20ms 0.5", .lognormal(median: .milliseconds(20), spread: 0.5)),
      (
        "90% 250us + 10% exponential 1s",
        .mixture([
          LinkLatency.Part(share: 0.9, latency: .fixed(.microseconds(250))),
          LinkLatency.Part(share: 0.1, latency: .exponential(mean: .seconds(1))),
        ])
      ),
    ])
  func reads(text: String, latency: LinkLatency) throws {
    #expect(try LinkLatency(text) == latency)
    #expect(try LinkLatency("\(latency)") == latency)
  }

  @Test(
    "says what is wrong with it",
    arguments: [
      ("", LinkLatencyError.empty), ("  ", .empty), ("soon", .unknownForm("soon")),
      ("300", .badLength("300")), ("-1ms", .badLength("-1ms")), ("nanms", .unknownForm("nanms")),
      ("1e400s", .badLength("1e400s")), ("61m", .tooLong("61m")),
      ("50ms..5ms", .reversed(from: "50ms", to: "5ms")), ("5ms..", .badLength("")),
      ("exponential", .unknownForm("exponential")), ("exponential 0.x", .badLength("0.x")),
      ("lognormal 20ms", .unknownForm("lognormal 20ms")),
      ("lognormal 20ms -1", .badSpread("-1")), ("lognormal 20ms 9", .badSpread("9")),
      ("200ms±", .badLength("")), ("5ms + 6ms", .badShare("5ms")),
      ("0% 5ms + 100% 6ms", .badShare("0% 5ms")), ("90%", .badLength("")),
      ("50% 5ms + 40% 6ms", .sharesNotWhole(sum: 90)), ("50% 5ms +", .badShare("")),
    ])
  func refuses(text: String, error: LinkLatencyError) {
    #expect(throws: error) { try LinkLatency(text) }
  }

  @Test("is the same for one event and one seed, and others for others")
  func repeatable() throws {
    let latency = try LinkLatency("5ms..50ms")
    let (one, two) = (SeededHash(seed: 1), SeededHash(seed: 2))
    #expect(latency.length(of: "a", by: one) == latency.length(of: "a", by: one))
    #expect(latency.length(of: "a", by: one) != latency.length(of: "b", by: one))
    #expect(latency.length(of: "a", by: one) != latency.length(of: "a", by: two))
  }

  /// Lower and upper bounds for the mean and for three quantiles, in milliseconds.
  struct Shape: Sendable {
    var text: String
    var quarter: ClosedRange<Double>
    var median: ClosedRange<Double>
    var most: ClosedRange<Double>
    var highest: Double
  }

  @Test(
    "is drawn from its distribution",
    arguments: [
      Shape(text: "20ms", quarter: 20...20, median: 20...20, most: 20...20, highest: 20),
      Shape(
        text: "10ms..20ms", quarter: 12.2...12.8, median: 14.7...15.3, most: 19.3...19.7,
        highest: 20),
      Shape(
        text: "100ms±10ms", quarter: 92.8...93.7, median: 99.5...100.5, most: 115.5...117.3,
        highest: 150),
      Shape(
        text: "exponential 20ms", quarter: 5.4...6.1, median: 13.3...14.4, most: 57...63,
        highest: 300),
      Shape(
        text: "lognormal 20ms 0.5", quarter: 13.9...14.7, median: 19.5...20.5, most: 44...47.2,
        highest: 300),
      Shape(
        text: "70% 1ms + 30% 50ms..60ms", quarter: 1...1, median: 1...1, most: 57.7...59,
        highest: 60),
    ])
  func shaped(shape: Shape) throws {
    let latency = try LinkLatency(shape.text)
    let hash = SeededHash(seed: 7)
    let drawn = (0..<10_000).map {
      latency.length(of: "evt_\($0)", by: hash) / .milliseconds(1)
    }.sorted()
    #expect(shape.quarter.contains(drawn[2_500]), "\(drawn[2_500])")
    #expect(shape.median.contains(drawn[5_000]), "\(drawn[5_000])")
    #expect(shape.most.contains(drawn[9_500]), "\(drawn[9_500])")
    #expect(drawn[0] >= 0 && drawn[9_999] <= shape.highest)
  }

  @Test("is never below zero nor above an hour")
  func bounded() throws {
    let hash = SeededHash(seed: 1)
    for text in ["1ms±1h", "exponential 1h", "lognormal 1h 5"] {
      let latency = try LinkLatency(text)
      for number in 0..<200 {
        let length = latency.length(of: "\(number)", by: hash)
        #expect(length >= .zero && length <= LinkLatency.longest)
      }
    }
  }
}
