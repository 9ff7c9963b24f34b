import Foundation
import MockKit

/// Brings refunds to their end, and tells merchants what has happened until they have taken it.
struct PayNotifier: Sendable {
  private static let pause: Duration = .seconds(1)

  let desk: PayDesk

  /// - Returns: when there is something to do next.
  func run() async -> Duration? {
    do {
      try await finishRefunds()
      return try await sendDue()
    } catch {
      return desk.clock.now + Self.pause
    }
  }

  private func finishRefunds() async throws {
    guard try await !desk.database.read({ try Refunds.open(in: $0) }).isEmpty else { return }
    let now = desk.clock.now
    try await desk.database.write { database in
      for var refund in try Refunds.open(in: database) {
        refund.succeed(at: now.components.seconds)
        try Refunds.put(refund, in: database)
        guard let payment = try Payments.find(refund.outTradeNo, by: .order, in: database) else {
          continue
        }
        try Notices.add(desk.news(of: refund, payment, at: now), in: database)
      }
    }
  }

  /// Those that are due and have no place yet are looked at again when another one is through.
  ///
  /// - Returns: when the next one is due.
  private func sendDue() async throws -> Duration? {
    let now = desk.clock.now
    let (due, next) = try await desk.database.read {
      (try Notices.due(now: now, in: $0), try Notices.nextDue(after: now, in: $0))
    }
    desk.underWay.start(due) { await deliver($0) }
    return next
  }

  private func deliver(_ notice: Notice) async {
    do {
      let sent = try await send(notice)
      try await desk.database.write { try Notices.change(sent, in: $0) }
    } catch {
      await desk.clock.sleep(for: Self.pause)
    }
  }

  private func send(_ notice: Notice) async throws -> Notice {
    var (sent, kind) = (notice, notice.next)
    var attempt = Notice.Attempt(at: desk.clock.timestamp, kind: kind)
    if kind != .dropped {
      do {
        attempt.status = try await post(notice, isForged: kind == .forged)
      } catch let error as WireError {
        attempt.error = "\(error)"
      }
    }
    sent.note(attempt, at: desk.clock.now)
    return sent
  }

  private func post(_ notice: Notice, isForged: Bool) async throws -> Int {
    let body = try JSONText.data(NoticeBody(notice, by: desk.keys.cipher))
    let seal = PaySeal(desk.keys.signing(for: notice.serial), clock: desk.clock)
    let headers = try seal.headers(of: body, isForged: isForged).map { ($0.name, $0.value) }
    let address = try NoticeAddress(notice.url)
    var request = WireRequest(
      "POST", address.target,
      headers: headers + [("Content-Type", "application/json"), ("User-Agent", "Mozilla/4.0")],
      body: body)
    request.isAbandonedOnCancel = true
    request.longestAnswer = WireRequest.shortAnswer
    return try await desk.client.send(request, to: address.base).status
  }
}
