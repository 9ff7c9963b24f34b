import Foundation
import MockKit

/// Which entries somebody wants to see.
struct JournalFilter: Sendable {
  private let server: MockServerName?
  private let method: String?
  private let path: String?
  private let status: ClosedRange<Int>?
  private let member: String?
  private let since: UInt64

  /// Reads `server`, `method`, `path` (a part of it), `status` (404 or 4xx), `member` (an id or a phone
  /// number) and `since` (an entry's id) out of the query.
  init(_ call: Call) throws(InvalidRequest) {
    server = try call.choice("server", of: MockServerName.self)
    method = call.query["method"]?.uppercased()
    path = call.query["path"]
    status = try Self.status(call.query["status"])
    member = call.query["member"]
    since = try Self.number(call.query["since"], "since", 0...Int.max).map(UInt64.init) ?? 0
  }

  static func limit(_ call: Call, most: Int) throws(InvalidRequest) -> Int {
    try number(call.query["limit"], "limit", 1...most) ?? min(100, most)
  }

  func takes(_ entry: JournalEntry) -> Bool {
    guard entry.id > since, server == nil || entry.server == server,
      method == nil || entry.call.method == method,
      status?.contains(entry.reply.status) != false,
      path.map({ entry.call.path.contains($0) }) != false
    else { return false }
    return member.map { concerns($0, entry) } ?? true
  }

  /// Whoever it speaks of, or for whom it was.
  private func concerns(_ member: String, _ entry: JournalEntry) -> Bool {
    if entry.call.visitor.member == member || entry.call.path.contains(member) { return true }
    let text = Data("\"\(member)\"".utf8)
    return entry.call.body.range(of: text) != nil || entry.reply.body.range(of: text) != nil
  }

  private static func status(_ text: String?) throws(InvalidRequest) -> ClosedRange<Int>? {
    guard let text else { return nil }
    if let code = Int(text), (100...599).contains(code) { return code...code }
    guard text.count == 3, text.lowercased().hasSuffix("xx"), let first = Int(text.prefix(1)),
      (1...5).contains(first)
    else {
      throw InvalidRequest(field: "status", reason: .outside("a status such as 404 or 4xx"))
    }
    return first * 100...first * 100 + 99
  }

  private static func number(
    _ text: String?, _ field: String, _ range: ClosedRange<Int>
  ) throws(InvalidRequest) -> Int? {
    guard let text else { return nil }
    guard let number = Int(text), range.contains(number) else {
      let most = range.upperBound == Int.max ? "or more" : "to \(range.upperBound)"
      throw InvalidRequest(field: field, reason: .outside("\(range.lowerBound) \(most)"))
    }
    return number
  }
}
