import CEL
import Foundation
import Testing
import Values

@Suite("time zones")
struct TimeZoneTests {
  static let hasDatabase = FileManager.default.fileExists(
    atPath: "/usr/share/zoneinfo/Europe/Berlin")

  private func hour(_ time: String, _ zone: String) throws -> Value {
    try Expression("timestamp('\(time)').getHours('\(zone)')").evaluate(in: Scope())
  }

  @Test(
    "fixed offsets need no database",
    arguments: [("UTC", 12), ("+08:00", 20), ("-03:30", 8), ("02:00", 14), ("-00:00", 12)])
  func fixed(_ zone: String, _ expected: Value) throws {
    #expect(try hour("2024-06-01T12:00:00Z", zone) == expected)
  }

  @Test(
    "named zones follow their rules, also in years that the file does not list",
    .enabled(if: hasDatabase),
    arguments: [
      ("2024-01-01T12:00:00Z", "Europe/Berlin", 13),
      ("2024-07-01T12:00:00Z", "Europe/Berlin", 14),
      ("2024-03-31T00:59:59Z", "Europe/Berlin", 1),
      ("2024-03-31T01:00:00Z", "Europe/Berlin", 3),
      ("2150-01-15T12:00:00Z", "Europe/Berlin", 13),
      ("2150-07-15T12:00:00Z", "Europe/Berlin", 14),
      ("2150-01-15T12:00:00Z", "Australia/Sydney", 23),
      ("2150-07-15T12:00:00Z", "Australia/Sydney", 22),
      ("2024-01-01T12:00:00Z", "Asia/Shanghai", 20),
      ("1800-01-01T12:00:00Z", "Asia/Shanghai", 20),
    ])
  func named(_ time: String, _ zone: String, _ expected: Value) throws {
    #expect(try hour(time, zone) == expected)
  }

  @Test(
    "a name that is no zone is an error",
    arguments: [
      "", "Nowhere/City", "../../../etc/passwd", "/etc/passwd", "Europe", "+8", "+25:00", "1:2:3",
    ])
  func unknown(_ zone: String) {
    let error = #expect(throws: EvaluationError.self) { try hour("2024-01-01T00:00:00Z", zone) }
    #expect(error?.kind == .unknownTimeZone(zone))
  }
}
