import Foundation
import MockKit

/// How the next calls of an endpoint shall fail.
struct FailureOrder: Sendable, Equatable, Decodable {
  enum CodingKeys: String, CodingKey, CaseIterable {
    case path, errcode, errmsg, count, openid, delayMs, status
  }

  let path: String
  let errcode: Int?
  /// The platform's own words where absent.
  let errmsg: String?
  /// How many calls; one where absent.
  let count: Int?
  /// Only calls that name this user.
  let openid: String?
  /// How long the answer is held back, on the set's clock.
  let delayMs: Int64?
  /// An HTTP status other than 200, as of a gateway on the way.
  let status: Int?

  func check() throws(InvalidRequest) {
    guard errcode != nil || status != nil || delayMs != nil else {
      throw InvalidRequest(field: "errcode", reason: .missing)
    }
    guard errcode != nil || delayMs != nil || status != 200 else {
      throw InvalidRequest(
        field: "status", reason: .outside("another one than 200, or beside an `errcode`"))
    }
    try Self.check(count.map(Int64.init), 1...1_000_000, "count")
    try Self.check(delayMs, 0...600_000, "delayMs")
    try Self.check(status.map(Int64.init), 200...599, "status")
  }

  private static func check(
    _ number: Int64?, _ range: ClosedRange<Int64>, _ field: String
  ) throws(InvalidRequest) {
    guard let number, !range.contains(number) else { return }
    throw InvalidRequest(
      field: field, reason: .outside("\(range.lowerBound) to \(range.upperBound)"))
  }

  func concerns(_ call: Call) -> Bool {
    guard call.path == path else { return false }
    guard let openid else { return true }
    return call.query["openid"] == openid || call.body.range(of: Data(openid.utf8)) != nil
  }
}
