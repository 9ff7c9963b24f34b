import MockKit
import Testing

@Suite struct MoneyTests {
  @Test("amounts are exact", arguments: [("0.05", 5), ("15.98", 1598), ("1999.00", 199_900)])
  func exact(text: String, fen: Int) {
    #expect(Money(text)?.fen == fen)
    #expect(Money(fen: fen).text == text)
  }

  @Test(
    "anything else is no amount",
    arguments: [
      "", "1", "1.5", "1.234", "-1.00", "1.-5", "a.bc", "10000000000000.00",
      "99999999999999999.99", "92233720368547758.08",
    ])
  func refused(text: String) {
    #expect(Money(text) == nil)
  }
}
