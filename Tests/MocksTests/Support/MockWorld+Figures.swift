import Foundation
import MockKit
import Mocks
import Testing

extension MockWorld {
  private static let day: Int64 = 86_400_000
  /// How far Shanghai is ahead of UTC.
  private static let ahead: Int64 = 28_800_000

  /// Moves the clock to seven in the morning in Shanghai, when it is still the day before in UTC.
  ///
  /// - Returns: the day.
  func morning() -> String {
    let since = (set.clock.milliseconds + Self.ahead) % Self.day
    set.clock.advance(by: .milliseconds(Self.day - since + 7 * 3_600_000))
    return day()
  }

  /// The day in Shanghai.
  func day(after days: Int64 = 0) -> String {
    let local = set.clock.milliseconds + Self.ahead + days * Self.day
    return String(MockClock.timestamp(.milliseconds(local)).prefix(10))
  }

  func advance(days: Int64) { set.clock.advance(by: .milliseconds(days * Self.day)) }

  func figures(
    _ from: String, _ to: String, on side: ShopSide = .web, _ what: String = "figures"
  ) async throws -> JSON {
    let answer = try await staff(
      on: side, "/api/staff/\(what)?from=\(from)&to=\(to)", method: "GET")
    try #require(answer.status == 200, "\(answer.text)")
    return answer.json
  }

  /// One share of the figures, as `numerator/denominator`.
  func share(
    _ name: String, _ from: String, _ to: String, on side: ShopSide = .web
  ) async throws -> String {
    let figures = try await figures(from, to, on: side)
    let parts = name.split(separator: ".").map(String.init)
    let share = parts.reduce(figures) { $0[$1] }
    return "\(share["numerator"].int ?? -1)/\(share["denominator"].int ?? -1)"
  }
}

extension Visitor {
  /// Tells an event.
  ///
  /// - Parameter more: further fields, as JSON.
  @discardableResult
  func tell(_ event: String, by visitor: String? = nil, _ more: String = "") async throws -> Answer
  {
    let name = visitor.map { #","visitor":"\#($0)""# } ?? ""
    return try await call("POST", "/api/events", #"{"event":"\#(event)"\#(name)\#(more)}"#)
  }
}
