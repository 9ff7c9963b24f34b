import LinkageCheck
import LinkageCore
import Testing

@Suite("What a gate needs of a plan")
struct GateNeedTests {
  private let place = Place(path: "gate.yaml", line: 1, column: 7, length: 7)

  private func needs(_ limit: GateRule.Limit, cases: Int, samples: Int = 1) -> [GateNeed] {
    var tiny = TinyHistory()
    tiny.step("write")
    tiny.step("seen", expect: ["a"], since: ["write"], within: 900)
    tiny.step("seenAgain", expect: ["b"], since: ["write"], within: 900)
    let item = tiny.history().outline.cases[0]
    let gate = Gate(
      name: "g", place: place,
      rules: [GateRule(id: "r", place: place, limit: limit, level: .fail)], quarantine: [])
    return GateNeed.all(
      of: gate, in: Array(repeating: item, count: cases), samples: samples)
  }

  private let link = Link(entity: "order", from: "mini", to: "web")

  @Test(
    "grows with the quantile and the share",
    arguments: [(GateQuantile.p50, 6), (.p90, 36), (.p95, 72), (.p99, 368)])
  func needed(which: GateQuantile, count: Int) {
    #expect(needs(.quantile(which, link, atMost: .seconds(1)), cases: 1).map(\.needed) == [count])
    #expect(
      needs(.syncRate(.entity("order"), atLeast: which.share), cases: 1).map(\.needed) == [count])
  }

  @Test("counts each write once, and says how often each scenario must run")
  func planned() throws {
    let limit = GateRule.Limit.quantile(.p95, link, atMost: .seconds(1))
    let found = try #require(needs(limit, cases: 4, samples: 2).first)
    #expect(found.planned == 4 && found.samples == 36 && found.isShort)
    #expect(try #require(needs(limit, cases: 72).first).isShort == false)
  }

  @Test("says where nothing measures the link, and where there is no plan")
  func unmeasured() throws {
    let other = Link(entity: "coupon", from: "web", to: "mini")
    let limit = GateRule.Limit.quantile(.p95, other, atMost: .seconds(1))
    let found = try #require(needs(limit, cases: 3).first)
    #expect(found.planned == 0 && found.samples == nil && found.isShort)
    let bare = try #require(needs(limit, cases: 0).first)
    #expect(bare.planned == nil && !bare.isShort)
  }

  @Test("nothing of rules that are not about the samples of one run")
  func others() {
    #expect(needs(GateRule.builtIn.limit, cases: 1).isEmpty)
    #expect(needs(.comparison(.p95, link, baseline: "b", by: 0.1), cases: 1).isEmpty)
  }
}

@Suite("A day of the calendar")
struct CalendarDayTests {
  @Test(
    "is that of its milliseconds in UTC",
    arguments: [
      (Int64(0), "1970-01-01"), (1_795_230_944_120, "2026-11-21"), (951_782_400_000, "2000-02-29"),
      (951_868_799_999, "2000-02-29"), (951_868_800_000, "2000-03-01"), (-1, "1969-12-31"),
      (4_107_542_400_000, "2100-03-01"),
    ])
  func milliseconds(milliseconds: Int64, text: String) {
    let day = CalendarDay(milliseconds: milliseconds)
    #expect(day.text == text && CalendarDay(text) == day)
  }

  @Test(
    "is none that no calendar has",
    arguments: [
      "2027-02-29", "2027-13-01", "2027-00-10", "2027-01-32", "27-01-01", "2027-1-1", "", "today",
    ])
  func none(text: String) { #expect(CalendarDay(text) == nil) }

  @Test("follows the one before")
  func order() throws {
    let days = ["2026-12-31", "2027-01-01", "2027-01-02", "2027-02-01"].map(CalendarDay.init)
    let known = days.compactMap { $0 }
    #expect(known.count == 4 && known == known.sorted() && known[0] < known[1])
  }
}
