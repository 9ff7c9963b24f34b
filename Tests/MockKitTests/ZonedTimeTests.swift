import Foundation
import MockKit
import Testing

@Suite struct ZonedTimeTests {
  private func zone(_ name: String) throws -> TimeZone { try #require(ZonedTime.zone(name)) }

  private func utc(_ text: String, _ name: String) throws -> String? {
    ZonedTime.moment(text, in: try zone(name)).map { MockClock.timestamp(.milliseconds($0)) }
  }

  @Test(
    "a local time is the moment at which the zone's clocks tell it",
    arguments: [
      ("2026-12-01T10:00", "Asia/Shanghai", "2026-12-01T02:00:00.000Z"),
      ("2026-12-01 10:00", "Asia/Urumqi", "2026-12-01T04:00:00.000Z"),
      ("2026-12-01T10:00:30", "Asia/Tokyo", "2026-12-01T01:00:30.000Z"),
      ("2026-12-01T10:00:30.250", "Asia/Kathmandu", "2026-12-01T04:15:30.250Z"),
      ("2026-12-01T10:00", "UTC", "2026-12-01T10:00:00.000Z"),
      ("2026-07-01T10:00", "America/New_York", "2026-07-01T14:00:00.000Z"),
      ("2026-12-01T10:00", "America/New_York", "2026-12-01T15:00:00.000Z"),
    ])
  func local(text: String, name: String, moment: String) throws {
    #expect(try utc(text, name) == moment)
    let milliseconds = try #require(ZonedTime.moment(text, in: try zone(name)))
    let shown = text.prefix(16).replacing("T", with: " ")
    #expect(ZonedTime.text(milliseconds, in: try zone(name)) == shown)
  }

  @Test(
    "an offset says which moment is meant, whatever the zone",
    arguments: [
      ("2026-12-01T10:00+09:00", "2026-12-01T01:00:00.000Z"),
      ("2026-12-01T10:00:00-03:30", "2026-12-01T13:30:00.000Z"),
      ("2026-12-01T10:00:00.000Z", "2026-12-01T10:00:00.000Z"),
    ])
  func offset(text: String, moment: String) throws {
    #expect(try utc(text, "Asia/Shanghai") == moment)
  }

  @Test("a time that clocks skip is none, and of one that they tell twice the first is meant")
  func changes() throws {
    #expect(try utc("2026-03-08T02:30", "America/New_York") == nil)
    #expect(try utc("2026-03-08T03:30", "America/New_York") == "2026-03-08T07:30:00.000Z")
    #expect(try utc("2026-11-01T01:30", "America/New_York") == "2026-11-01T05:30:00.000Z")
  }

  @Test(
    "what is no time is none",
    arguments: [
      "", "tomorrow", "2026-02-30T10:00", "2026-13-01T10:00", "2026-12-01T24:30", "2026-12-01",
      "2026-12-01T10:60", "2026-12-01T10:00+25:00", "１２-01T10:00", "2026-12-01T10:00Z ",
    ])
  func refuses(text: String) throws {
    #expect(try utc(text, "Asia/Shanghai") == nil)
  }

  @Test("only names of the database are zones", arguments: ["", "Mars", "GMT+8", "+08:00", "asia"])
  func unknown(name: String) {
    #expect(ZonedTime.zone(name) == nil)
  }
}
