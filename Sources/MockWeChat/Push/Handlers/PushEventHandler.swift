import MockKit

/// `POST /_control/push/events` `{openid, event, fields?, appid?, copies?}`: any event, with fields that are
/// texts or whole numbers, in the order of their names.
struct PushEventHandler: Handler {
  private enum Value: Decodable {
    case text(String)
    case number(Int64)

    init(from decoder: any Decoder) throws {
      let value = try decoder.singleValueContainer()
      let number = try? value.decode(Int64.self)
      self = try number.map(Value.number) ?? .text(value.decode(String.self))
    }

    var pushed: PushMessage.Value {
      switch self {
      case .text(let text): .text(text)
      case .number(let number): .number(number)
      }
    }
  }

  private struct Body: Decodable {
    enum CodingKeys: String, CodingKey, CaseIterable {
      case openid, event, fields, appid, copies
    }

    let openid: String
    let event: String
    let fields: [String: Value]?
    let appid: String?
    let copies: Int?
  }

  let context: WeChatContext

  func answer(_ call: Call) async throws -> Reply {
    let body = try call.control(Body.self, Body.CodingKeys.self)
    try PushName.check(body.event, field: "event")
    let fields = try (body.fields ?? [:]).sorted { $0.key < $1.key }.map { name, value in
      try PushName.check(name, field: "fields.\(name)")
      return PushMessage.Field(name, value.pushed)
    }
    let app = try context.app(named: body.appid, of: body.openid)
    let event = PushMessage.event(
      body.event, by: body.openid, to: app.originalId, at: context.clock.seconds, more: fields)
    let copies = try PushName.check(copies: body.copies)
    return try .json(
      PostedView(context.push.post(event, of: app, copies: copies), of: app), status: 201)
  }
}

/// What a control may put into a message.
enum PushName {
  /// Refuses what is no name in XML.
  static func check(_ name: String, field: String) throws(InvalidRequest) {
    guard name.wholeMatch(of: /[A-Za-z_][A-Za-z0-9_.\-]*/) != nil else {
      throw InvalidRequest(
        field: field, reason: .outside("a name of letters, digits, `_`, `.` and `-`"))
    }
  }

  static func check(copies: Int?) throws(InvalidRequest) -> Int? {
    guard let copies else { return nil }
    guard (1...100).contains(copies) else {
      throw InvalidRequest(field: "copies", reason: .outside("1 to 100"))
    }
    return copies
  }
}
