import LinkageCore
import LinkageTransport
import Synchronization
import Testing

/// What became of each of many requests that change something.
final class Ledger: Sendable {
  enum Outcome: Hashable { case answered, unknown, unsent }

  private let outcomes = Mutex<[String: Outcome]>([:])

  func count(_ outcome: Outcome) -> Int {
    outcomes.withLock { $0.values.count { $0 == outcome } }
  }

  /// Sends a POST with an id of its own.
  func post(
    _ id: String, to url: String, by connection: Connection = .standard,
    with transport: CurlTransport
  ) async {
    var request = HTTPRequest.make("POST", "\(url)/?id=\(id)", body: "x")
    request.connection = connection
    let exchange = await transport.send(request, in: nil)
    #expect(exchange.failure?.kind != .timeout, "\(id) hangs: \(exchange)")
    let outcome: Outcome =
      switch exchange.result {
      case .success(let answer): answer.status == 200 ? .answered : .unknown
      case .failure(let failure): failure.wasSent ? .unknown : .unsent
      }
    let old = outcomes.withLock { $0.updateValue(outcome, forKey: id) }
    #expect(old == nil, "\(id) is used twice")
  }

  /// What was answered was served once, what is unknown at most once, what was not sent never.
  func audit(_ served: Served) {
    for (id, outcome) in outcomes.withLock({ $0 }) {
      let count = served.counts[id] ?? 0
      switch outcome {
      case .answered: #expect(count == 1, "\(id)")
      case .unknown: #expect(count <= 1, "\(id)")
      case .unsent: #expect(count == 0, "\(id)")
      }
    }
  }
}
