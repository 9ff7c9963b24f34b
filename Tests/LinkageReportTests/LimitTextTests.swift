import LinkageCore
import LinkageReport
import Testing

@Suite("Lengths that a file gives")
struct LimitTextTests {
  @Test(
    "read as a person writes them",
    arguments: [
      (3_600_000, "1 h"), (604_800_000, "168 h"), (5_400_000, "90 min"), (60_000, "1 min"),
      (90_000, "90 s"), (10_000, "10 s"), (1_000, "1 s"), (1_500, "1.5 s"), (1_250, "1.25 s"),
      (500, "500 ms"), (50, "50 ms"), (0, "0 ms"), (-1_000, "-1.00 s"),
    ])
  func text(milliseconds: Int64, text: String) {
    #expect(LimitText.text(.milliseconds(milliseconds)) == text)
  }

  @Test("down to nanoseconds, and up to the longest")
  func extremes() {
    #expect(LimitText.text(Nanoseconds(250_000)) == "250 µs")
    #expect(LimitText.text(Nanoseconds(1)) == "1 ns")
    #expect(LimitText.text(Nanoseconds(.max)).hasSuffix(" s"))
    #expect(LimitText.text(Nanoseconds(.min)).hasPrefix("-"))
  }
}
