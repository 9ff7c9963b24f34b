import LinkageCore
import LinkageReport
import Testing

@Suite("Lengths of time are short, locale-free and honest")
struct IntervalTextTests {
  @Test(
    "three significant digits below a second, two decimals above",
    arguments: [
      (0, "0 ms"), (1, "1 ns"), (999, "999 ns"), (1_000, "1 µs"), (1_234, "1.23 µs"),
      (870_000, "870 µs"), (999_600, "1 ms"), (900_000, "900 µs"), (1_500_000, "1.5 ms"),
      (12_349_999, "12.3 ms"), (999_499_999, "999 ms"), (999_500_000, "1.00 s"),
      (1_240_000_000, "1.24 s"), (10_020_000_000, "10.02 s"), (3_600_000_000_000, "3600.00 s"),
      (-1_500_000, "-1.5 ms"), (Int64.max, "4611686018.43 s"), (Int64.min, "-4611686018.43 s"),
    ])
  func durations(nanoseconds: Int64, text: String) {
    #expect(DurationText.text(Nanoseconds(nanoseconds)) == text)
  }

  @Test(
    "an interval shows its bounds, rounded outwards",
    arguments: [
      (900_000, 2_100_000, "0.9–2.1 ms"), (901_999, 2_100_001, "0.901–2.11 ms"),
      (-5, 1_400_000, "≤ 1.4 ms"), (0, 1_400_001, "≤ 1.41 ms"), (-9, -2, "≤ 0 ms"),
      (10_004_000_000, nil, "> 10.00 s"), (-3, nil, "> 0 ms"),
      (400_000_000, 1_200_000_000, "0.40–1.20 s"), (900_000, 1_200_000_000, "900 µs–1.20 s"),
      (38_200_000, 41_070_000, "38.2–41.1 ms"), (999_999_999, 999_999_999, "0.99–1.00 s"),
    ] as [(Int64, Int64?, String)])
  func intervals(lower: Int64, upper: Int64?, text: String) {
    let interval = LatencyInterval(
      lower: Nanoseconds(lower), upper: upper.map { Nanoseconds($0) }, point: nil)
    #expect(IntervalText.text(interval) == text)
  }
}
