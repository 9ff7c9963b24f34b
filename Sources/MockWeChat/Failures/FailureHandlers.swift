import MockKit

/// An order with what came of it.
private struct FailureView: Encodable {
  let id, path: String
  let errcode: Int?
  let errmsg: String?
  let openid: String?
  let delayMs: Int64?
  let status: Int?
  let count: Int
  let fired: Int

  init(_ entry: FailureBook.Entry) {
    (id, path) = (entry.id, entry.order.path)
    (errcode, errmsg) = (entry.order.errcode, entry.order.errmsg)
    (openid, delayMs, status) = (entry.order.openid, entry.order.delayMs, entry.order.status)
    (count, fired) = (entry.order.count ?? 1, entry.fired)
  }
}

/// `GET /_control/failures`: what shall fail and how often it did, the oldest first.
struct FailuresHandler: Handler {
  let failures: FailureBook

  func answer(_ call: Call) async throws -> Reply {
    try .json(["items": failures.entries.map(FailureView.init)])
  }
}

/// `POST /_control/failures`: the next calls of an endpoint fail.
struct OrderFailureHandler: Handler {
  let failures: FailureBook
  let paths: KnownPaths

  func answer(_ call: Call) async throws -> Reply {
    let order = try call.control(FailureOrder.self, FailureOrder.CodingKeys.self)
    try paths.check(order.path)
    try order.check()
    return try .json(FailureView(failures.add(order)), status: 201)
  }
}

/// `DELETE /_control/failures` and `DELETE /_control/failures/{id}`.
struct ForgetFailuresHandler: Handler {
  let failures: FailureBook

  func answer(_ call: Call) async throws -> Reply {
    guard let id = call.parameters["id"] else {
      failures.clear()
      return .empty()
    }
    guard failures.remove(id) else {
      return Problem(
        404, "failure-not-found", "No such failure",
        detail: "There is no \(id). `GET /_control/failures` lists them."
      ).reply()
    }
    return .empty()
  }
}
