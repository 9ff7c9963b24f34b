import MockKit
import Testing

@Suite struct IdentifierTests {
  @Test("no two ids of one kind are the same, on one side or on both")
  func unique() {
    let sides = ShopSide.allCases.map { Identifiers(seed: 7, side: $0) }
    let makers: [(Identifiers, UInt64) -> String] = [
      { $0.member($1) }, { $0.order($1) }, { $0.entry($1) }, { $0.event($1) },
    ]
    for make in makers {
      let ids = sides.flatMap { side in (1...5000).map { make(side, $0) } }
      #expect(Set(ids).count == 10_000)
    }
  }

  @Test("a member's id has 19 digits, fits 64 bits and not a double")
  func memberID() throws {
    let id = Identifiers(seed: 1, side: .mini).member(1)
    let number = try #require(Int64(id))
    #expect(id.count == 19 && String(Int64(Double(number))) != id)
  }

  @Test("the seed alone decides")
  func seeded() {
    #expect(Identifiers(seed: 1, side: .web).event(3) == Identifiers(seed: 1, side: .web).event(3))
    #expect(Identifiers(seed: 1, side: .web).event(3) != Identifiers(seed: 2, side: .web).event(3))
    #expect(
      Identifiers(seed: 1, side: .web, epoch: 5).event(3)
        != Identifiers(seed: 1, side: .web).event(3))
  }
}
