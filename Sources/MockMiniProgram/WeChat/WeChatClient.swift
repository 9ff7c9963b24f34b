import Foundation
package import MockKit
import Synchronization

/// Calls the WeChat platform as a mini-program's backend does.
package final class WeChatClient: Sendable {
  private struct Token {
    let text: String
    let expires: Duration
  }

  private let client: WireClient
  private let clock: MockClock
  private let app: SeedData.App
  private let base = Mutex<String?>(nil)
  private let cached = Mutex<Token?>(nil)

  package init(client: WireClient, clock: MockClock, app: SeedData.App) {
    self.client = client
    self.clock = clock
    self.app = app
  }

  /// - Parameter url: where the platform is.
  package func connect(to url: String) {
    base.withLock { $0 = url }
  }

  func user(code: String) async throws -> WeChatUser {
    let safe = code.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    let target =
      "/sns/jscode2session?appid=\(app.appid)&secret=\(app.secret)&js_code=\(safe)"
      + "&grant_type=authorization_code"
    let answer: SessionAnswer = try await call(WireRequest("GET", target))
    guard let openid = answer.openid else { throw answer.failure }
    return WeChatUser(openid: openid, unionid: answer.unionid)
  }

  func phone(code: String) async throws -> String {
    let answer: PhoneAnswer = try await post(
      "/wxa/business/getuserphonenumber", ["code": code])
    return try answer.number()
  }

  func send(_ message: SubscribeMessage) async throws -> MessageOutcome {
    let answer: MessageAnswer = try await post("/cgi-bin/message/subscribe/send", message)
    return try answer.outcome()
  }

  /// Takes a new access token once where the platform no longer knows the cached one.
  private func post<Answer: WeChatAnswer>(
    _ path: String, _ body: some Encodable & Sendable
  ) async throws -> Answer {
    let answer: Answer = try await post(path, body, token: try await token())
    guard answer.isTokenRefused else { return answer }
    cached.withLock { $0 = nil }
    return try await post(path, body, token: try await token())
  }

  private func post<Answer: WeChatAnswer>(
    _ path: String, _ body: some Encodable & Sendable, token: String
  ) async throws -> Answer {
    try await call(
      WireRequest("POST", "\(path)?access_token=\(token)", body: try JSONText.data(body)))
  }

  private func token() async throws -> String {
    if let token = cached.withLock({ $0 }), token.expires > clock.now { return token.text }
    let body = [
      "grant_type": "client_credential", "appid": app.appid, "secret": app.secret,
    ]
    let answer: TokenAnswer = try await call(
      WireRequest("POST", "/cgi-bin/stable_token", body: try JSONText.data(body)))
    guard let text = answer.token, let life = answer.life else {
      throw answer.failure
    }
    let token = Token(text: text, expires: clock.now + .seconds(life - 60))
    cached.withLock { $0 = token }
    return text
  }

  private func call<Answer: Decodable>(_ request: WireRequest) async throws -> Answer {
    guard let url = base.withLock({ $0 }) else {
      throw ShopError.wechatUnavailable("No WeChat platform is configured.")
    }
    do {
      let answer = try await client.send(request, to: url)
      return try JSONDecoder().decode(Answer.self, from: answer.body)
    } catch {
      throw ShopError.wechatUnavailable("\(url) \(request.method): \(error)")
    }
  }
}
