import Foundation
package import Logging

/// What both directions of the link work with.
package struct LinkEnvironment: Sendable {
  let clock: MockClock
  let truth: TruthLog
  let client: WireClient
  let hash: SeededHash
  let secret: LinkSecret
  let logger: Logger

  package init(
    clock: MockClock, truth: TruthLog, client: WireClient, seed: UInt64, secret: LinkSecret,
    logger: Logger
  ) {
    self.clock = clock
    self.truth = truth
    self.client = client
    hash = SeededHash(seed: seed)
    self.secret = secret
    self.logger = logger
  }

  /// One signed attempt.
  func deliver(_ entry: OutboxEntry, to url: String) async -> LinkDelivery {
    let signature = LinkSignature(
      signing: entry.body, id: entry.id, timestamp: clock.seconds, with: secret)
    let request = WireRequest(
      "POST", "/_link/events",
      headers: signature.headers + [
        ("content-type", "application/cloudevents+json"), ("traceparent", entry.traceparent),
      ],
      body: entry.body)
    do {
      return LinkDelivery(try await client.send(request, to: url))
    } catch {
      return .failed(reason: "\(error)", retryAfter: nil)
    }
  }
}
