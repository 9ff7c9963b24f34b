import Foundation
import Synchronization

/// Asks the counter system, which owns the stock, with signed messages.
package final class StockDesk: Sendable {
  private struct State {
    var url: String?
    var backoff = Backoff()
    /// Whether it has never answered.
    var isNew = true
  }

  private static let attempts = 3

  private let environment: LinkEnvironment
  private let side: ShopSide
  private let state = Mutex(State())

  package init(of side: ShopSide, environment: LinkEnvironment) {
    self.side = side
    self.environment = environment
  }

  func connect(to url: String) {
    state.withLock { $0.url = url }
  }

  /// Every level there is.
  func levels() async throws -> [StockLevel] {
    try await answer { environment, url, _ throws(WireError) in
      try await environment.client.send(WireRequest("GET", "/api/stock"), to: url)
    }
  }

  func reserve(_ reservation: StockReservation, trace: Traceparent) async throws -> [StockLevel] {
    try await post(
      reservation, "stock.reserve", to: "/api/reservations", id: reservation.orderId,
      trace: trace)
  }

  /// - Parameter id: of the first change, which sets this message apart from others.
  func settle(_ changes: StockChanges, id: Int64) async throws -> [StockLevel] {
    try await post(
      changes, "stock.settle", to: "/api/reservations/changes", id: "changes_\(id)",
      trace: Traceparent(nil))
  }

  /// How long to wait after one more failure.
  func failed() -> Duration { state.withLock { $0.backoff.failed() } }

  func succeeded() {
    state.withLock { state in
      state.backoff.succeeded()
      state.isNew = false
    }
  }

  /// Whether the levels are still to be asked for: this shop may have been away while they changed.
  var isNew: Bool { state.withLock(\.isNew) }

  private func post(
    _ body: some Encodable, _ type: String, to path: String, id: String, trace: Traceparent
  ) async throws -> [StockLevel] {
    let body = try JSONText.data(body)
    let message = SignedMessage(id: id, type: type, body: body, trace: trace)
    return try await answer { [side] environment, url, attempt throws(WireError) in
      var message = message
      message.attempt = attempt
      let subject = environment.subject(of: message, withCounterFrom: side.server)
      return try await environment.post(message, path, as: subject, to: url)
    }
  }

  private typealias Send =
    (LinkEnvironment, String, _ attempt: Int) async throws(WireError) -> WireAnswer

  private func answer(_ send: Send) async throws -> [StockLevel] {
    guard let url = state.withLock(\.url) else {
      throw StockError.unavailable(reason: "No counter system is known.")
    }
    return try Self.levels(of: try await attempt(send, url, left: Self.attempts - 1))
  }

  /// Whatever is asked may be asked again, so it is where the answer was lost on its way.
  private func attempt(
    _ send: Send, _ url: String, left: Int
  ) async throws(StockError) -> WireAnswer {
    do throws(WireError) {
      return try await send(environment, url, Self.attempts - left)
    } catch .broken where left > 0 {
      return try await attempt(send, url, left: left - 1)
    } catch {
      throw .unavailable(reason: "The counter system, \(url), gives no answer: \(error).")
    }
  }

  private static func levels(of answer: WireAnswer) throws -> [StockLevel] {
    if (200..<300).contains(answer.status) {
      return try JSONDecoder().decode(StockAnswer.self, from: answer.body).items
    }
    if answer.status == 409,
      let problem = try? JSONDecoder().decode(Problem.self, from: answer.body)
    {
      throw StockError.refused(problem)
    }
    let text = String(decoding: answer.body.prefix(200), as: UTF8.self)
    throw StockError.unavailable(
      reason: "The counter system answered \(answer.status): \(text)")
  }
}
