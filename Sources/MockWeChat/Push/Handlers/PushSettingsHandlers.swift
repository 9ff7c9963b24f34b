import MockKit

/// An app's settings, as they are shown.
struct PushSettingsView: Encodable {
  let appid: String
  let url: String
  let token: String
  let encodingAESKey: String?
  let mode: String
  let format: String
  let copies: Int

  init(_ settings: PushSettings, of appid: String) {
    self.appid = appid
    url = settings.address.text
    token = settings.token
    encodingAESKey = settings.key?.text
    mode = settings.mode.rawValue
    format = settings.format.rawValue
    copies = settings.copies
  }
}

/// `GET /_control/push`: where each app wants its messages.
struct ShowPushHandler: Handler {
  private struct View: Encodable {
    let items: [PushSettingsView]
  }

  let context: WeChatContext

  func answer(_ call: Call) async throws -> Reply {
    let all = context.push.book.settings.sorted { $0.key < $1.key }
    return try .json(View(items: all.map { PushSettingsView($0.value, of: $0.key) }))
  }
}

/// `PUT /_control/push` `{appid?, url, token, encodingAESKey?, mode?, format?, copies?, check?}`: takes an
/// address after asking it.
struct ChangePushHandler: Handler {
  private struct Body: Decodable {
    /// With those of `WeChatPush`.
    enum Keys: String, CodingKey, CaseIterable {
      case appid, url, token, encodingAESKey, mode, format, copies, check
    }

    let appid: String?
    let copies: Int?
    /// False takes the address without asking it.
    let check: Bool?
  }

  let context: WeChatContext

  func answer(_ call: Call) async throws -> Reply {
    let body = try call.control(Body.self, Body.Keys.self)
    let app = try context.app(named: body.appid)
    let settings = try PushSettings(call.decode(WeChatPush.self), copies: body.copies ?? 1)
    if body.check != false { try await context.pushCheckIn.check(settings) }
    context.push.book.set(settings, of: app.appid)
    return try .json(PushSettingsView(settings, of: app.appid))
  }
}

/// `DELETE /_control/push?appid=`: the app gets no messages from now on.
struct EndPushHandler: Handler {
  let context: WeChatContext

  func answer(_ call: Call) async throws -> Reply {
    let app = try context.app(named: call.query["appid"])
    context.push.book.set(nil, of: app.appid)
    return .empty()
  }
}

extension WeChatContext {
  /// The app; the set's mini-program where none is named.
  func app(named appid: String?) throws(InvalidRequest) -> SeedData.App {
    guard let appid else { return app }
    guard let app = apps.find(appid) else {
      let known = apps.all.map(\.appid).joined(separator: ", ")
      throw InvalidRequest(field: "appid", reason: .outside("one of \(known)"))
    }
    return app
  }

  /// The app that a person was met in, where none is named.
  func app(named appid: String?, of openid: String) throws(InvalidRequest) -> SeedData.App {
    try app(named: appid ?? people.find(openid)?.appid)
  }
}
