import MockKit

/// `GET /_control/quotas`, and what it says after a change.
struct QuotasHandler: Handler {
  private struct View: Encodable {
    struct Use: Encodable {
      let appid: String
      let openid: String?
      let used: Int
    }

    let path: String
    let per: Quota.Period
    /// Whose calls count together.
    let scope: Quota.Scope
    let limit: Int
    let errcode: Int
    let used: [Use]
  }

  let quotas: QuotaBook

  func answer(_ call: Call) async throws -> Reply { try reply }

  var reply: Reply {
    get throws {
      let items = quotas.report().map { quota, used in
        View(
          path: quota.path, per: quota.period, scope: quota.scope, limit: quota.limit,
          errcode: quota.error.code,
          used: used.map { View.Use(appid: $0.appid, openid: $0.user, used: $1) })
      }
      return try .json(["items": items])
    }
  }
}

/// `PUT /_control/quotas` `{path, limit, per?, scope?}`: another limit for an endpoint, a day's and the
/// app's unless told otherwise.
struct SetQuotaHandler: Handler {
  private struct Body: Decodable {
    enum CodingKeys: String, CodingKey, CaseIterable {
      case path, limit, per, scope
    }

    let path: String
    let limit: Int
    let per: Quota.Period?
    let scope: Quota.Scope?
  }

  let quotas: QuotaBook
  let paths: KnownPaths

  func answer(_ call: Call) async throws -> Reply {
    let body = try call.control(Body.self, Body.CodingKeys.self)
    try paths.check(body.path)
    guard (0...1_000_000_000).contains(body.limit) else {
      throw InvalidRequest(field: "limit", reason: .outside("0 to 1000000000"))
    }
    let usual = Quota.published.filter { $0.path == body.path }
    let scope = body.scope ?? usual.first?.scope ?? .app
    let period = body.per ?? usual.first { $0.scope == scope }?.period ?? .day
    quotas.set(body.path, period, scope, limit: body.limit)
    return try QuotasHandler(quotas: quotas).reply
  }
}

/// `DELETE /_control/quotas`: the published limits again, and nothing used.
struct ResetQuotasHandler: Handler {
  let quotas: QuotaBook

  func answer(_ call: Call) async throws -> Reply {
    quotas.reset()
    return .empty()
  }
}
