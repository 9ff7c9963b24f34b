import Foundation
import MockKit
import Testing

@Suite struct FaultBookTests {
  private let clock = MockClock()
  private var book: FaultBook { FaultBook(clock: clock, truth: TruthLog(), seed: 7) }

  private func subject(
    _ event: String = "evt_1", type: String = "order.paid", entity: String = "W1",
    attempt: Int = 1, on side: ShopSide = .web, members: [String] = []
  ) -> FaultSubject {
    FaultSubject(
      on: side, .send, event: event, type: type, entity: entity, attempt: attempt
    ) { members }
  }

  @Test("while there is no fault, what it would be asked about is not even made")
  func free() {
    var isMade = false
    func made() -> FaultSubject {
      isMade = true
      return subject()
    }
    #expect(book.fires(.drop, made()) == nil)
    #expect(!isMade)
  }

  @Test("the same seed fires at the same events, whoever asks first and however many at once")
  func deterministic() async throws {
    let events = (1...400).map { "evt_\($0)" }
    let (calm, busy) = (book, book)
    for book in [calm, busy] { try book.add(Fault("drop", probability: 0.3)) }
    let one = events.filter { calm.fires(.drop, subject($0)) != nil }
    let other = await withTaskGroup { group in
      for event in events.shuffled() {
        group.addTask { busy.fires(.drop, subject(event)) == nil ? nil : event }
      }
      return await group.reduce(into: Set<String>()) { if let event = $1 { $0.insert(event) } }
    }
    #expect(Set(one) == other)
    #expect((80...160).contains(one.count))
    #expect(busy.reports.map(\.evaluated) == [400] && busy.reports.map(\.fired) == [one.count])
  }

  @Test("another seed, another id and another attempt each decide by themselves")
  func independent() throws {
    let other = FaultBook(clock: clock, truth: TruthLog(), seed: 8)
    let (first, named) = (book, book)
    try first.add(Fault("drop", probability: 0.5))
    try other.add(Fault("drop", probability: 0.5))
    try named.add(Fault("drop", id: "mine", probability: 0.5))
    func pattern(_ book: FaultBook, attempt: Int = 1) -> [Bool] {
      (1...64).map { book.fires(.drop, subject("evt_\($0)", attempt: attempt)) != nil }
    }
    let patterns = [pattern(first), pattern(first, attempt: 2), pattern(other), pattern(named)]
    #expect(Set(patterns).count == 4)
    #expect(pattern(first) == patterns[0])
  }

  @Test(
    "a fault picks what it is to pick and nothing else",
    arguments: [
      (FaultMatch(event: "order.paid"), true), (FaultMatch(event: "order.*"), true),
      (FaultMatch(event: "evt_1"), true), (FaultMatch(event: "order"), false),
      (FaultMatch(event: "points.*"), false), (FaultMatch(entity: "W1"), true),
      (FaultMatch(entity: "W2"), false), (FaultMatch(member: "77"), true),
      (FaultMatch(member: "78"), false), (FaultMatch(attempts: [1, 2]), true),
      (FaultMatch(attempts: [2]), false),
      (FaultMatch(event: "order.paid", member: "78"), false),
    ])
  func matches(match: FaultMatch, fires: Bool) throws {
    let book = book
    try book.add(Fault("drop", match: match))
    #expect((book.fires(.drop, subject(members: ["77"])) != nil) == fires)
    #expect(book.reports.map(\.evaluated) == [1])
  }

  @Test("a direction is hit in that direction, and the counter only where it is named")
  func links() throws {
    let fromCounter = FaultSubject(
      on: .counter, .counter, .send, event: "evt_1", type: "stock.changed")
    func hit(_ link: FaultLink) throws -> [Bool] {
      let book = book
      try book.add(Fault("drop", link: link))
      return [subject(), subject(on: .mini), fromCounter].map { book.fires(.drop, $0) != nil }
    }
    #expect(try hit(.both) == [true, true, false])
    #expect(try hit(.webToMini) == [true, false, false])
    #expect(try hit(.miniToWeb) == [false, true, false])
    #expect(try hit(.counter) == [false, false, true])
  }

  @Test("`after` lets some go by first, `count` ends a fault, and its report says so")
  func counts() throws {
    let book = book
    try book.add(Fault("drop", count: 2, after: 3))
    let fired = (1...8).map { book.fires(.drop, subject("evt_\($0)")) != nil }
    #expect(fired == [false, false, false, true, true, false, false, false])
    let report = try #require(book.reports.first)
    #expect(report.fired == 2 && report.isOver && report.id == "drop-1")
  }

  @Test("a fault with a time to live is over when the mocks' clock says so, and tells who watches")
  func ttl() async throws {
    let book = book
    let (stream, tell) = AsyncStream.makeStream(of: Bool.self)
    try book.add(Fault("partition", ttl: .seconds(3600)))
    book.onChange { tell.yield(book.holds(.partition, .webToMini) != nil) }
    #expect(book.holds(.partition, .webToMini) != nil)
    clock.advance(by: .seconds(3600))
    for await isCut in stream where !isCut { break }
    #expect(book.reports.map(\.isOver) == [true])
    #expect(book.fires(.partition, subject()) == nil)
    book.stop()
  }

  @Test("what a file says now replaces what it said; the same fault goes on counting")
  func replaces() throws {
    let book = book
    try book.add(Fault("abort", id: "by-hand"))
    var ids = try book.replace([], with: [Fault("drop"), Fault("timeout")])
    #expect(ids == ["drop-1", "timeout-1"])
    _ = book.fires(.drop, subject())
    ids = try book.replace(ids, with: [Fault("drop"), Fault("truncate")])
    #expect(ids == ["drop-1", "truncate-1"])
    #expect(book.reports.map(\.id) == ["by-hand", "drop-1", "truncate-1"])
    #expect(book.reports.map(\.fired) == [0, 1, 0])
    #expect(throws: FaultError("id", .taken("by-hand"))) {
      try book.replace(ids, with: [Fault("drop", id: "by-hand")])
    }
    #expect(book.reports.map(\.id) == ["by-hand", "drop-1", "truncate-1"])
  }

  @Test("each firing is in the truth log, with the fault's id")
  func truth() throws {
    let truth = TruthLog()
    let book = FaultBook(clock: clock, truth: truth, seed: 1)
    try book.add(Fault("drop", id: "mine", match: FaultMatch(attempts: [1])))
    for attempt in 1...2 { _ = book.fires(.drop, subject(attempt: attempt)) }
    #expect(truth.entries.map(\.stage) == [.fault])
    #expect(truth.entries.first?.fault == "mine" && truth.entries.first?.entity == "W1")
  }
}
