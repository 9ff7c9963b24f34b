import MockKit

/// What controls tell of a picture.
struct QRLoginView: Encodable {
  let id: String
  let appid: String
  let phase: String
  /// RFC 3339.
  let createdAt: String
  /// Absent while there is none.
  let code: String?
  /// Where the browser goes now.
  let redirect: String?

  init(_ login: QRLogin) {
    id = login.id
    appid = login.app.appid
    phase = login.phase.name
    createdAt = MockClock.timestamp(login.created)
    code = if case .confirmed(let code) = login.phase { code } else { nil }
    redirect = login.redirect
  }
}

/// `GET /_control/qr-logins`: the newest last.
struct ListQRLoginsHandler: Handler {
  private struct List: Encodable {
    let items: [QRLoginView]
  }

  let book: QRLoginBook

  func answer(_ call: Call) async throws -> Reply {
    try .json(List(items: book.all.map(QRLoginView.init)))
  }
}

/// `GET /_control/qr-logins/{id}`.
struct ShowQRLoginHandler: Handler {
  let book: QRLoginBook

  func answer(_ call: Call) async throws -> Reply {
    let id = call.parameters["id"] ?? ""
    guard let login = book.find(id) else { throw QRLoginProblem.unknown(id) }
    return try .json(QRLoginView(login))
  }
}

/// `POST /_control/qr-logins/{id}/scan|confirm|deny` `{phone|openid}`: what the user does. Who has
/// scanned need not be named again; confirming scans, too.
struct StepQRLoginHandler: Handler {
  enum Step: String, CaseIterable, Sendable {
    case scan, confirm, deny
  }

  private struct Body: Decodable {
    enum CodingKeys: String, CodingKey, CaseIterable {
      case phone, openid, redirects
    }

    var phone: String?
    /// Of any app; the person counts.
    var openid: String?
    /// With `deny`: whether the browser goes back with `state` alone.
    var redirects: Bool?
  }

  let step: Step
  let context: WeChatContext
  let book: QRLoginBook
  let codes: CodeBook

  func answer(_ call: Call) async throws -> Reply {
    let body = call.body.isEmpty ? Body() : try call.control(Body.self, Body.CodingKeys.self)
    let person = try person(body)
    let login = try book.change(call.parameters["id"] ?? "") { login in
      try phase(of: login, after: person, redirects: body.redirects ?? false)
    }
    return try .json(QRLoginView(login))
  }

  private func phase(
    of login: QRLogin, after person: WeChatOwner?, redirects: Bool
  ) throws -> QRLogin.Phase {
    if step == .deny { return .denied(redirects: redirects) }
    let scanned: WeChatOwner? =
      if case .scanned(let owner) = login.phase { owner } else { nil }
    let known = person.map { context.people.meet($0, in: login.app) } ?? scanned
    guard let known else { throw QRLoginProblem.notScanned(login.id) }
    return step == .scan ? .scanned(known) : .confirmed(code: codes.issue(to: known, in: login.app))
  }

  /// As the set's mini-program knows them.
  private func person(_ body: Body) throws -> WeChatOwner? {
    if let openid = body.openid { return try person(openid) }
    guard let phone = body.phone else { return nil }
    try MobileNumber.check(phone)
    return WeChatOwner(phone: phone, identity: WeChatIdentity(of: phone, seed: context.seed))
  }

  private func person(_ openid: String) throws(InvalidRequest) -> WeChatOwner {
    guard let person = context.people.find(openid) else {
      throw InvalidRequest(
        field: "openid", reason: .outside("one that a login or a code has brought up here"))
    }
    return person.owner
  }
}
