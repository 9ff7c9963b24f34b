import MockKit

/// `GET /_control/sessions/{openid}`: how a mini-program's user stands.
struct ShowSessionHandler: Handler {
  private struct Session: Encodable {
    let openid: String
    /// RFC 3339; absent where there is no living session.
    let expiresAt: String?
    let rotatesAtNextLogin: Bool
    let blocked: Bool
  }

  let sessions: SessionBook

  func answer(_ call: Call) async throws -> Reply {
    let openid = call.parameters["openid"] ?? ""
    return try .json(
      Session(
        openid: openid,
        expiresAt: sessions.living(openid).map { MockClock.timestamp($0.expires) },
        rotatesAtNextLogin: sessions.isRotating(openid), blocked: sessions.isBlocked(openid)))
  }
}

/// `POST /_control/sessions/{openid}/rotate`: the next login brings a new session key.
struct RotateSessionHandler: Handler {
  let sessions: SessionBook

  func answer(_ call: Call) async throws -> Reply {
    sessions.rotateAtNextLogin(call.parameters["openid"] ?? "")
    return .empty()
  }
}

/// `POST /_control/sessions/{openid}/block` `{blocked}`: whether the user's login codes are refused.
struct BlockSessionHandler: Handler {
  private struct Body: Decodable {
    enum CodingKeys: String, CodingKey, CaseIterable {
      case blocked
    }

    let blocked: Bool
  }

  let sessions: SessionBook

  func answer(_ call: Call) async throws -> Reply {
    let body = try call.control(Body.self, Body.CodingKeys.self)
    sessions.set(call.parameters["openid"] ?? "", blocked: body.blocked)
    return .empty()
  }
}
