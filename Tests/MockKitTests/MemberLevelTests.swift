import MockKit
import Testing

@Suite struct MemberLevelTests {
  @Test(
    "a level is reached with exactly what it needs, and not one fen before",
    arguments: [
      (0, MemberLevel.bronze), (499_99, .bronze), (500_00, .silver), (1999_99, .silver),
      (2000_00, .gold), (4999_99, .gold), (5000_00, .platinum), (9_999_999_99, .platinum),
    ])
  func reached(fen: Int, level: MemberLevel) {
    #expect(MemberLevel.reached(with: Money(fen: fen)) == level)
  }

  @Test(
    "a discount is rounded down to the fen",
    arguments: [
      (MemberLevel.bronze, 3196, 0), (.silver, 3196, 63), (.gold, 3196, 159),
      (.platinum, 3199, 319), (.silver, 49, 0),
    ])
  func discounts(level: MemberLevel, fen: Int, off: Int) {
    #expect(level.discount(of: Money(fen: fen)) == Money(fen: off))
  }
}
