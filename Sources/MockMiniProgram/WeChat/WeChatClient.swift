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

  /// Where the platform is, once it is known.
  package var address: String? { base.withLock { $0 } }

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

  func post<Answer: WeChatAnswer>(
    _ path: String, _ body: some Encodable & Sendable
  ) async throws -> Answer {
    try read(try await post(path, body))
  }

  /// Takes a new access token once where the platform no longer knows the cached one.
  func post(_ path: String, _ body: some Encodable & Sendable) async throws -> WireAnswer {
    let data = try JSONText.data(body)
    let answer = try await post(path, data, token: try await token())
    let refusal = try? JSONDecoder().decode(MessageAnswer.self, from: answer.body)
    guard refusal?.isTokenRefused == true else { return answer }
    cached.withLock { $0 = nil }
    return try await post(path, data, token: try await token())
  }

  private func post(_ path: String, _ body: Data, token: String) async throws -> WireAnswer {
    try await send(WireRequest("POST", "\(path)?access_token=\(token)", body: body))
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
    try read(try await send(request))
  }

  private func read<Answer: Decodable>(_ answer: WireAnswer) throws(ShopError) -> Answer {
    do {
      return try JSONDecoder().decode(Answer.self, from: answer.body)
    } catch {
      throw .wechatUnavailable("\(address ?? "") \(answer.status): \(error)")
    }
  }

  private func send(_ request: WireRequest) async throws(ShopError) -> WireAnswer {
    guard let url = address else { throw .wechatUnavailable("No WeChat platform is configured.") }
    do {
      return try await client.send(request, to: url)
    } catch {
      throw .wechatUnavailable("\(url) \(request.method): \(error)")
    }
  }
}
