import Foundation
package import Logging

/// What both directions of the link work with.
package struct LinkEnvironment: Sendable {
  package let clock: MockClock
  let truth: TruthLog
  let client: WireClient
  let hash: SeededHash
  let keys: LinkKeys
  let epoch: Epoch
  package let faults: FaultBook
  let logger: Logger

  package init(
    clock: MockClock, truth: TruthLog, client: WireClient, seed: UInt64, keys: LinkKeys,
    epoch: Epoch = Epoch(), faults: FaultBook, logger: Logger
  ) {
    self.clock = clock
    self.truth = truth
    self.client = client
    hash = SeededHash(seed: seed)
    self.keys = keys
    self.epoch = epoch
    self.faults = faults
    self.logger = logger
  }

  /// One signed attempt.
  func deliver(_ entry: OutboxEntry, to url: String) async -> LinkDelivery {
    let request = signed(
      entry.body, id: entry.id, path: "/_link/events", type: "application/cloudevents+json",
      traceparent: entry.traceparent, life: entry.life)
    do {
      return LinkDelivery(try await client.send(request, to: url))
    } catch {
      return .failed(reason: "\(error)", retryAfter: nil)
    }
  }

  /// An event that is in no outbox.
  func deliver(_ event: SignedMessage, to url: String) async throws(WireError) -> WireAnswer {
    try await post(event, "/_link/events", type: "application/cloudevents+json", to: url)
  }

  func ask(_ message: SignedMessage, at url: String) async throws(WireError) -> WireAnswer {
    try await post(message, "/_link/commands", to: url)
  }

  func post(
    _ message: SignedMessage, _ path: String, type: String = "application/json", to url: String
  ) async throws(WireError) -> WireAnswer {
    let request = signed(
      message.body, id: message.id, path: path, type: type,
      traceparent: message.trace.text, life: message.life ?? epoch.number)
    return try await client.send(request, to: url)
  }

  /// Lets the other side hear of this one; whether it does matters to it alone.
  func beat(at url: String) async {
    let message = SignedMessage(
      id: "hb_" + Hexadecimal.random(bytes: 10), body: Data("{}".utf8), trace: Traceparent(nil))
    _ = try? await post(message, "/_link/heartbeat", to: url)
  }

  /// - Parameter life: the one in which the message was made.
  private func signed(
    _ body: Data, id: String, path: String, type: String, traceparent: String, life: UInt64
  ) -> WireRequest {
    let signature = LinkSignature(
      signing: body, id: id, timestamp: clock.seconds, with: keys.all)
    let headers = [
      ("content-type", type), ("traceparent", traceparent), (Epoch.header, epoch.text(of: life)),
    ]
    return WireRequest("POST", path, headers: signature.headers + headers, body: body)
  }
}
