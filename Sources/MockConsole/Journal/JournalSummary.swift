import Foundation
import MockKit

/// An entry in a list.
struct JournalSummary: Encodable {
  let id: UInt64
  let server: String
  let method: String
  let path: String
  let query: [String: String]
  let status: Int
  /// RFC 3339, by the mocks' clock.
  let at: String
  let tookMs: Double
  /// Whose session the call carried; absent where nobody asked for one.
  let member: String?
  /// The type of the problem that was answered.
  let problem: String?

  init(_ entry: JournalEntry) {
    id = entry.id
    server = entry.server.rawValue
    method = entry.call.method
    path = entry.call.path
    query = entry.maskedQuery
    status = entry.reply.status
    at = MockClock.timestamp(entry.began)
    tookMs = entry.tookMs
    member = entry.call.visitor.member
    problem = entry.problem
  }
}

/// One entry with headers and bodies.
struct JournalDetail: Encodable {
  struct Half: Encodable {
    let headers: [[String]]
    let body: String
  }

  let summary: JournalSummary
  let request: Half
  let answer: Half

  init(_ entry: JournalEntry) {
    summary = JournalSummary(entry)
    request = Half(
      headers: entry.requestHeaders.map { [$0.name, $0.value] },
      body: SecretMask.text(entry.call.body))
    answer = Half(
      headers: entry.answerHeaders.map { [$0.name, $0.value] },
      body: SecretMask.text(entry.reply.body))
  }

  func encode(to encoder: any Encoder) throws {
    try summary.encode(to: encoder)
    var container = encoder.container(keyedBy: Keys.self)
    try container.encode(request, forKey: .request)
    try container.encode(answer, forKey: .answer)
  }

  private enum Keys: String, CodingKey {
    case request, answer
  }
}

extension JournalEntry {
  var tookMs: Double { (took / .microseconds(1)).rounded() / 1000 }

  var maskedQuery: [String: String] {
    Dictionary(
      uniqueKeysWithValues: call.query.map { ($0.key, SecretMask.query($0.key, $0.value)) })
  }

  var requestHeaders: [(name: String, value: String)] {
    call.headers.sorted { $0.key < $1.key }.map { ($0.key, SecretMask.header($0.key, $0.value)) }
  }

  var answerHeaders: [(name: String, value: String)] {
    let type = reply.contentType.map { [("content-type", $0)] } ?? []
    return type + reply.headers.map { ($0.name, SecretMask.header($0.name, $0.value)) }
  }

  var problem: String? {
    guard reply.contentType == "application/problem+json" else { return nil }
    return (try? JSONDecoder().decode(Problem.self, from: reply.body))?.type
  }

  /// Path and query.
  var target: String {
    let pairs = maskedQuery.sorted { $0.key < $1.key }.map { name, value in
      "\(Self.escaped(name))=\(Self.escaped(value))"
    }
    return pairs.isEmpty ? call.path : call.path + "?" + pairs.joined(separator: "&")
  }

  private static func escaped(_ text: String) -> String {
    let plain = CharacterSet(charactersIn: "-._~*").union(.alphanumerics)
    return text.addingPercentEncoding(withAllowedCharacters: plain) ?? text
  }
}
