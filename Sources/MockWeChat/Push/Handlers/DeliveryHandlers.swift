import MockKit

/// A message with all tries, as it is shown.
struct DeliveryView: Encodable {
  let id: Int
  let appid: String
  let openid: String
  /// The event's name, or the kind of message.
  let kind: String
  let outcome: PushDelivery.Outcome
  /// In clear, as XML would say it.
  let message: String
  let tries: [PushDelivery.Try]
  /// RFC 3339; absent where it is not tried again.
  let nextTry: String?

  init(_ delivery: PushDelivery) {
    id = delivery.id
    appid = delivery.appid
    openid = delivery.message.sender
    kind = delivery.message.kind
    outcome = delivery.outcome
    message = delivery.message.xml()
    tries = delivery.tries
    nextTry = delivery.outcome == .waiting ? MockClock.timestamp(delivery.due) : nil
  }
}

/// `GET /_control/push/deliveries?openid=&kind=&appid=`: what was pushed, the oldest first.
struct DeliveriesHandler: Handler {
  private struct View: Encodable {
    let items: [DeliveryView]
  }

  let book: PushBook

  func answer(_ call: Call) async throws -> Reply {
    let (openid, kind, appid) = (call.query["openid"], call.query["kind"], call.query["appid"])
    let items = book.deliveries.filter {
      (openid ?? $0.message.sender) == $0.message.sender
        && (kind ?? $0.message.kind) == $0.message.kind
        && (appid ?? $0.appid) == $0.appid
    }
    return try .json(View(items: items.map(DeliveryView.init)))
  }
}

/// The numbers under which messages can be looked up; none where the app wants no messages.
struct PostedView: Encodable {
  let deliveries: [Int]
  /// Why there are none.
  let reason: String?

  init(_ deliveries: [Int], of app: SeedData.App) {
    self.deliveries = deliveries
    reason =
      deliveries.isEmpty
      ? "\(app.appid) has no push settings, so nothing is delivered; set them with "
        + "`PUT /_control/push`."
      : nil
  }
}

/// `POST /_control/push/deliveries/{id}/resend` `{times?}`: pushes a message again, as it was.
struct ResendHandler: Handler {
  private struct Body: Decodable {
    enum CodingKeys: String, CodingKey, CaseIterable {
      case times
    }

    let times: Int?
  }

  let context: WeChatContext

  func answer(_ call: Call) async throws -> Reply {
    let times = try call.body.isEmpty ? 1 : call.control(Body.self, Body.CodingKeys.self).times ?? 1
    guard (1...100).contains(times) else {
      throw InvalidRequest(field: "times", reason: .outside("1 to 100"))
    }
    guard let id = Int(call.parameters["id"] ?? ""),
      let delivery = context.push.book.delivery(id)
    else { throw UnknownDelivery(id: call.parameters["id"] ?? "") }
    let app = try context.app(named: delivery.appid)
    return try .json(
      PostedView(context.push.post(delivery.message, of: app, copies: times), of: app),
      status: 201)
  }
}

struct UnknownDelivery: ProblemConvertible {
  let id: String

  var problem: Problem {
    Problem(
      404, "unknown-delivery", "There is no such delivery",
      detail: "No message was pushed under \(id); `GET /_control/push/deliveries` lists them.")
  }
}
