import MockKit

/// `GET /_control/payments/notifications?outTradeNo=`: what merchants were told, and how they took it.
struct NoticesHandler: Handler {
  private struct List: Encodable {
    let items: [Item]
    let plan: NoticePlan
  }

  private struct Item: Encodable {
    let id: String
    let event: String
    let outTradeNo: String
    let url: String
    let delivered: Bool
    let attempts: [Notice.Attempt]
    /// RFC 3339 with milliseconds; absent where there is no next attempt.
    let nextAt: String?

    init(_ notice: Notice) {
      id = notice.id
      event = notice.event
      outTradeNo = notice.outTradeNo
      url = notice.url
      delivered = notice.isDelivered
      attempts = notice.attempts
      nextAt = notice.due.map { MockClock.timestamp(.milliseconds($0)) }
    }
  }

  let desk: PayDesk

  func answer(_ call: Call) async throws -> Reply {
    let order = call.query["outTradeNo"]
    let items = try await desk.database.read { try Notices.all(in: $0) }
      .filter { order == nil || $0.outTradeNo == order }.map(Item.init)
    return try .json(List(items: items, plan: desk.controls.notifications))
  }
}

/// `PUT /_control/payments/notifications` `{repeat?, delayMs?, drop?, forge?}`: how those are sent
/// that come to be from now on; what is not named stays.
struct NoticePlanHandler: Handler {
  private struct Body: Decodable {
    enum CodingKeys: String, CodingKey, CaseIterable {
      case `repeat`, delayMs, drop, forge
    }

    let `repeat`: Int?
    let delayMs: Int?
    let drop: Int?
    let forge: Int?
  }

  let desk: PayDesk

  func answer(_ call: Call) async throws -> Reply {
    let body = try call.control(Body.self, Body.CodingKeys.self)
    var plan = desk.controls.notifications
    plan.repeat = try count(body.repeat, "repeat", upTo: 100) ?? plan.repeat
    plan.delayMs = try count(body.delayMs, "delayMs", upTo: 86_400_000) ?? plan.delayMs
    plan.drop = try count(body.drop, "drop", upTo: 100) ?? plan.drop
    plan.forge = try count(body.forge, "forge", upTo: 100) ?? plan.forge
    desk.controls.notifications = plan
    return try .json(plan)
  }

  private func count(
    _ value: Int?, _ name: String, upTo limit: Int
  ) throws(InvalidRequest) -> Int? {
    guard (0...limit).contains(value ?? 0) else {
      throw InvalidRequest(field: name, reason: .outside("0 to \(limit)"))
    }
    return value
  }
}

/// `PUT /_control/payments/errors` `{code, count?}`: the next calls of the merchant fail.
struct PayErrorsHandler: Handler {
  private enum Code: String, Decodable {
    case notEnough = "NOT_ENOUGH"
    case tooOften = "FREQUENCY_LIMITED"
    case system = "SYSTEM_ERROR"

    var error: PayError {
      switch self {
      case .notEnough: .notEnough
      case .tooOften: .tooOften
      case .system: .system
      }
    }
  }

  private struct Body: Decodable {
    enum CodingKeys: String, CodingKey, CaseIterable {
      case code, count
    }

    let code: Code
    let count: Int?
  }

  let desk: PayDesk

  func answer(_ call: Call) async throws -> Reply {
    let body = try call.control(Body.self, Body.CodingKeys.self)
    guard (0...1000).contains(body.count ?? 1) else {
      throw InvalidRequest(field: "count", reason: .outside("0 to 1000"))
    }
    desk.controls.fail(with: body.code.error, count: body.count ?? 1)
    return .empty()
  }
}
