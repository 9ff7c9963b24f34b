import Testing
import Values

@Suite("times")
struct TimeTests {
  @Test(
    "RFC 3339 is read, and written in UTC",
    arguments: [
      ("1970-01-01T00:00:00Z", 0, 0, "1970-01-01T00:00:00Z"),
      ("2024-02-29T08:30:00.25+08:00", 1_709_166_600, 250_000_000, "2024-02-29T00:30:00.25Z"),
      ("2009-02-13T23:31:30-01:30", 1_234_573_290, 0, "2009-02-14T01:01:30Z"),
      ("0001-01-01T00:00:00Z", -62_135_596_800, 0, "0001-01-01T00:00:00Z"),
      (
        "9999-12-31T23:59:59.999999999Z", 253_402_300_799, 999_999_999,
        "9999-12-31T23:59:59.999999999Z"
      ),
      ("1969-12-31T23:59:59.5Z", -1, 500_000_000, "1969-12-31T23:59:59.5Z"),
      (
        "2000-01-01t00:00:00.1234567899z", 946_684_800, 123_456_789,
        "2000-01-01T00:00:00.123456789Z"
      ),
    ] as [(String, Int64, Int32, String)])
  func timestamps(_ text: String, _ seconds: Int64, _ nanoseconds: Int32, _ written: String) throws
  {
    let time = try #require(Timestamp(text))
    #expect(time == Timestamp(seconds: seconds, nanoseconds: nanoseconds))
    #expect(time.text == written)
  }

  @Test(
    "what is no real time is refused",
    arguments: [
      "", "2024-01-01", "2024-01-01T00:00:00", "2023-02-29T00:00:00Z", "2024-13-01T00:00:00Z",
      "2024-00-01T00:00:00Z", "2024-01-32T00:00:00Z", "2024-01-01T24:00:00Z",
      "2024-01-01T00:60:00Z",
      "2024-01-01T00:00:60Z", "2024-01-01T00:00:00.Z", "2024-01-01T00:00:00+0800",
      "2024-01-01T00:00:00Zx", "0000-12-31T00:00:00Z", "0001-01-01T00:00:00+00:01",
      "9999-12-31T23:59:59-00:01", "+024-01-01T00:00:00Z", "2024-01-01 00:00:00Z",
    ])
  func invalidTimestamps(_ text: String) {
    #expect(Timestamp(text) == nil)
  }

  @Test("every day of 800 years follows the one before")
  func calendar() {
    var previous = Timestamp(seconds: -86_400 * 365 * 400)
    for day in 1..<292_200 {
      let time = Timestamp(seconds: previous.seconds + 86_400)
      guard day % 97 == 0 else {
        previous = time
        continue
      }
      #expect(Timestamp(time.text) == time)
      #expect(time.text > previous.text)
      previous = time
    }
  }

  @Test(
    "durations are read with their units and written in seconds",
    arguments: [
      ("1h30m", 5400, 0, "5400s"), ("1.5s", 1, 500_000_000, "1.5s"),
      ("-1.5s", -1, -500_000_000, "-1.5s"),
      ("250ms", 0, 250_000_000, "0.25s"), ("1us", 0, 1000, "0.000001s"),
      ("1µs", 0, 1000, "0.000001s"),
      ("-1ns", 0, -1, "-0.000000001s"), ("0", 0, 0, "0s"), ("1.5h", 5400, 0, "5400s"),
      ("0.5m", 30, 0, "30s"), (".5s", 0, 500_000_000, "0.5s"), ("1500ms", 1, 500_000_000, "1.5s"),
      ("1s999ms2ms", 2, 1_000_000, "2.001s"),
      ("315576000000s", 315_576_000_000, 0, "315576000000s"),
    ] as [(String, Int64, Int32, String)])
  func spans(_ text: String, _ seconds: Int64, _ nanoseconds: Int32, _ written: String) throws {
    let span = try #require(TimeSpan(text))
    #expect(span == TimeSpan(seconds: seconds, nanoseconds: nanoseconds))
    #expect(span.text == written)
  }

  @Test(
    "what is no duration is refused",
    arguments: [
      "", "-", "1", "s", ".s", "1x", "1 s", "1s-1s", "315576000001s", "99999999999999999999s",
      "9999999999999h", "1..5s",
    ])
  func invalidSpans(_ text: String) {
    #expect(TimeSpan(text) == nil)
  }

  @Test("parts are brought to one form")
  func normalForm() {
    #expect(
      Timestamp(seconds: 1, nanoseconds: -1) == Timestamp(seconds: 0, nanoseconds: 999_999_999))
    #expect(TimeSpan(seconds: 1, nanoseconds: -1) == TimeSpan(seconds: 0, nanoseconds: 999_999_999))
    #expect(
      TimeSpan(seconds: -1, nanoseconds: 1) == TimeSpan(seconds: 0, nanoseconds: -999_999_999))
    #expect(TimeSpan(nanoseconds: -1_500_000_000).text == "-1.5s")
  }

  @Test("sums and differences are exact or nil")
  func arithmetic() {
    let time = Timestamp(seconds: 10, nanoseconds: 900_000_000)
    let span = TimeSpan(seconds: 1, nanoseconds: 200_000_000)
    #expect(time.adding(span) == Timestamp(seconds: 12, nanoseconds: 100_000_000))
    #expect(time.adding(span.negated) == Timestamp(seconds: 9, nanoseconds: 700_000_000))
    #expect(time.since(Timestamp(seconds: 12)) == TimeSpan(seconds: -1, nanoseconds: -100_000_000))
    #expect(Timestamp.latest.adding(TimeSpan(nanoseconds: 1)) == nil)
    #expect(Timestamp(seconds: .max).adding(TimeSpan(seconds: .max)) == nil)
    #expect(span.adding(TimeSpan(seconds: .max)) == nil)
    #expect(span.totalNanoseconds == 1_200_000_000)
    #expect(TimeSpan(seconds: .max).totalNanoseconds == nil)
  }
}
