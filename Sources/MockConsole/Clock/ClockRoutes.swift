import Foundation
import MockKit

/// The clock that every timer, retry and expiry of the set follows.
struct ClockRoutes: Sendable {
  private struct SetBody: Decodable {
    /// RFC 3339.
    let now: String?
    let offsetMs: Int64?
  }

  private struct AdvanceBody: Decodable {
    let ms: Int64
    let settle: Bool?
  }

  struct ClockView: Encodable {
    let now: String
    /// How far it was moved away from the wall clock.
    let offsetMs: Int64
    /// Whether all that came due was done; absent where nobody waited for it.
    var settled: Bool?
  }

  /// A hundred years.
  private static let farthest: Int64 = 36_525 * 86_400_000

  let parts: ConsoleParts

  var all: [Route] {
    [
      .admin(.get, "/clock") { _ in try .json(view()) },
      .admin(.put, "/clock") { try .json(try set($0)) },
      .admin(.post, "/clock/advance") { try .json(try await advance($0)) },
    ]
  }

  private func view(settled: Bool? = nil) -> ClockView {
    let offset = parts.clock.offset / .milliseconds(1)
    return ClockView(
      now: parts.clock.timestamp, offsetMs: Int64(offset.rounded()), settled: settled)
  }

  private func set(_ call: Call) throws -> ClockView {
    let body = try call.decode(SetBody.self)
    if let text = body.now {
      parts.clock.set(to: try Self.time(text))
    } else if let offset = body.offsetMs {
      try Self.check(offset, -Self.farthest...Self.farthest, "offsetMs")
      parts.clock.set(offset: .milliseconds(offset))
    } else {
      throw InvalidRequest(field: "now", reason: .missing)
    }
    return view()
  }

  private func advance(_ call: Call) async throws -> ClockView {
    let body = try call.decode(AdvanceBody.self)
    try Self.check(body.ms, 0...Self.farthest, "ms")
    parts.clock.advance(by: .milliseconds(body.ms))
    guard body.settle == true else { return view() }
    return view(settled: await Settling(parts: parts).wait())
  }

  private static func check(
    _ number: Int64, _ range: ClosedRange<Int64>, _ field: String
  ) throws(InvalidRequest) {
    guard !range.contains(number) else { return }
    throw InvalidRequest(
      field: field, reason: .outside("\(range.lowerBound) to \(range.upperBound)"))
  }

  private static func time(_ text: String) throws(InvalidRequest) -> Duration {
    let plain = Date.ISO8601FormatStyle()
    let fine = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
    guard let date = (try? fine.parse(text)) ?? (try? plain.parse(text)),
      (0..<4_102_444_800).contains(date.timeIntervalSince1970)
    else {
      throw InvalidRequest(
        field: "now", reason: .outside("a time between 1970 and 2100 such as 2026-01-31T08:00:00Z"))
    }
    return .milliseconds(Int64((date.timeIntervalSince1970 * 1000).rounded()))
  }
}
