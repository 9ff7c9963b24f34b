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
      while try await sendSome() {}
      return try await desk.database.read { try Notices.nextDue(in: $0) }
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

  /// - Returns: whether there was something to send.
  private func sendSome() async throws -> Bool {
    let now = desk.clock.now
    let due = try await desk.database.read { try Notices.due(now: now, in: $0) }
    let sent = try await withThrowingTaskGroup(of: Notice.self) { group in
      for notice in due { group.addTask { try await send(notice) } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    guard !sent.isEmpty else { return false }
    try await desk.database.write { database in
      for notice in sent { try Notices.change(notice, in: database) }
    }
    return true
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
    return try await desk.client.send(request, to: address.base).status
  }
}
