import Crypto
import Foundation
import Synchronization

/// One request under an idempotency key: who asks for what.
package final class IdempotencyTicket: Sendable {
  /// A digest of who asks, method, path and key.
  let id: String
  /// A digest of what is sent: the query, the condition and the body.
  let payload: String
  private let kept = Atomic(false)

  init(_ key: IdempotencyKey, of caller: String, for call: Call) {
    id = Self.digest([caller, call.method, call.path, key.text].map { Data($0.utf8) })
    let query = call.query.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    let condition = call.headers["if-match"] ?? ""
    payload = Self.digest([
      Data(query.joined(separator: "&").utf8), Data(condition.utf8), call.body,
    ])
  }

  /// Whether the answer was kept together with the change.
  var isKept: Bool {
    get { kept.load(ordering: .acquiring) }
    set { kept.store(newValue, ordering: .releasing) }
  }

  /// The same name whenever the request comes again: what it asks another server for is told apart
  /// by it, so that this is done once, too, when the answer was lost.
  func name(of part: String) -> String {
    String(Self.digest([id, part].map { Data($0.utf8) }).prefix(20))
  }

  /// A length goes before each part, so that no two lists of parts read alike.
  private static func digest(_ parts: [Data]) -> String {
    var hash = SHA256()
    for part in parts {
      hash.update(data: Data("\(part.count):".utf8))
      hash.update(data: part)
    }
    return hash.finalize().map(Hexadecimal.pair).joined()
  }
}
