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
  /// How long the other side may be silent before readers are told.
  let patience: Duration

  package init(
    clock: MockClock, truth: TruthLog, client: WireClient, seed: UInt64, keys: LinkKeys,
    epoch: Epoch = Epoch(), faults: FaultBook, logger: Logger,
    patience: Duration
  ) {
    self.clock = clock
    self.truth = truth
    self.client = client
    hash = SeededHash(seed: seed)
    self.keys = keys
    self.epoch = epoch
    self.faults = faults
    self.logger = logger
    self.patience = patience
  }

  /// One signed attempt.
  func deliver(_ entry: OutboxEntry, from side: ShopSide, to url: String) async -> LinkDelivery {
    let subject = subject(of: entry, from: side)
    let wire = LinkWire(environment: self, subject: subject) { skew in
      signed(Envelope(entry), "/_link/events", type: "application/cloudevents+json", skew)
    }
    do {
      return LinkDelivery(try await wire.send(to: url))
    } catch {
      return .failed(reason: "\(error)", retryAfter: nil)
    }
  }

  /// A message that is in no outbox.
  func post(
    _ message: SignedMessage, _ path: String, type: String = "application/json",
    as subject: FaultSubject, to url: String
  ) async throws(WireError) -> WireAnswer {
    await linger(subject)
    let life = message.life ?? epoch.number
    return try await LinkWire(environment: self, subject: subject) { skew in
      signed(Envelope(message, life: life), path, type: type, skew)
    }.send(to: url)
  }

  /// Lets the other side hear of this one; whether it does matters to it alone.
  func beat(at url: String) async {
    let message = SignedMessage(
      id: "hb_" + Hexadecimal.random(bytes: 10), type: "heartbeat", body: Data("{}".utf8),
      trace: Traceparent(nil))
    let envelope = Envelope(message, life: epoch.number)
    let request = signed(envelope, "/_link/heartbeat", type: "application/json", .zero)
    _ = try? await client.send(request, to: url)
  }

  /// What is signed and sent.
  private struct Envelope {
    let body: Data
    let id: String
    let traceparent: String
    /// The life in which the message was made.
    let life: UInt64
    let attempt: Int

    init(_ message: SignedMessage, life: UInt64) {
      self.init(
        body: message.body, id: message.id, traceparent: message.trace.text, life: life,
        attempt: message.attempt)
    }

    init(_ entry: OutboxEntry) {
      self.init(
        body: entry.body, id: entry.id, traceparent: entry.traceparent, life: entry.life,
        attempt: entry.attempts + 1)
    }

    private init(body: Data, id: String, traceparent: String, life: UInt64, attempt: Int) {
      self.body = body
      self.id = id
      self.traceparent = traceparent
      self.life = life
      self.attempt = attempt
    }
  }

  private func signed(
    _ envelope: Envelope, _ path: String, type: String, _ skew: Duration
  ) -> WireRequest {
    let time = (clock.now + skew).components.seconds
    let signature = LinkSignature(
      signing: envelope.body, id: envelope.id, timestamp: time, with: keys.all)
    let headers = [
      ("content-type", type), ("traceparent", envelope.traceparent),
      (Epoch.header, epoch.text(of: envelope.life)),
      (LinkReceiver.attempt, String(envelope.attempt)),
    ]
    return WireRequest("POST", path, headers: signature.headers + headers, body: envelope.body)
  }
}
