import Foundation
import MockKit
import Mocks

/// Somebody who speaks the link's protocol, rightly or wrongly.
struct LinkSender {
  let world: MockWorld
  var secret = MockOptions.developmentSecret
  var shift: Int64 = 0
  var signedID: String?
  var path = "/_link/events"
  var server = MockServerName.mini

  static func event(_ id: String, _ type: String, _ data: String) -> String {
    #"{"specversion":"1.0","id":"\#(id)","source":"/web","type":"\#(type)","subject":"s","#
      + #""time":"2026-01-01T00:00:00.000Z","datacontenttype":"application/json","#
      + #""traceparent":"00-00000000000000000000000000000001-0000000000000001-01","data":\#(data)}"#
  }

  static func points(_ id: String, member: String, entry: String, amount: Int) -> String {
    event(
      id, "points.entry",
      #"{"memberId":"\#(member)","entry":{"entryId":"\#(entry)","amount":\#(amount),"#
        + #""reason":"x","at":"2026-01-01T00:00:00.000Z","origin":"web"}}"#)
  }

  /// - Parameter altered: what arrives instead of what was signed.
  func send(_ id: String, _ body: String, altered: String? = nil) async throws -> Answer {
    guard let key = LinkSecret(secret) else { throw NeverHappened() }
    let signature = LinkSignature(
      signing: Data(body.utf8), id: signedID ?? id, timestamp: world.set.clock.seconds + shift,
      with: key)
    return try await world.visitor(server).call(
      "POST", path, altered ?? body,
      headers: signature.headers.map { ($0.name, $0.value) })
  }
}
