import Foundation
import MockKit

/// An answer with its body read as JSON.
struct Answer: Sendable {
  let status: Int
  let wire: WireAnswer
  let json: JSON

  init(_ wire: WireAnswer) {
    self.wire = wire
    status = wire.status
    json = (try? JSONDecoder().decode(JSON.self, from: wire.body)) ?? .null
  }

  var text: String { String(decoding: wire.body, as: UTF8.self) }

  /// `409 /problems/phone-taken`, or only the status where there is no problem.
  var outcome: String {
    let type = json["type"].text
    guard !type.isEmpty else { return String(status) }
    let isProblem = wire.header("content-type") == "application/problem+json"
    return isProblem && json["status"].int == status ? "\(status) \(type)" : "malformed problem"
  }
}
