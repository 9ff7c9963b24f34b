import Foundation
import MockKit

/// What stands before every endpoint: quotas, rights, and failures that somebody ordered.
struct WeChatGate: Sendable {
  private struct Body: Decodable {
    let appid: String?
  }

  let apps: AppBook
  let tokens: TokenBook
  let quotas: QuotaBook
  let failures: FailureBook
  let clock: MockClock

  init(_ context: WeChatContext) {
    (apps, tokens, clock) = (context.apps, context.tokens, context.clock)
    (quotas, failures) = (context.quotas, context.failures)
  }

  /// Counts the call for the app that makes it, where that is known.
  func admit(_ call: Call) throws(WeChatError) -> SeedData.App? {
    guard let app = caller(call) else { return nil }
    guard app.kind == .mini || !Self.isForMiniPrograms(call.path) else { throw .unauthorized }
    try quotas.spend(call.path, .app, by: QuotaBook.Caller(appid: app.appid))
    return app
  }

  /// Counts the call for the user whom the answer is about.
  func count(_ answer: WeChatAnswer, of call: Call, by app: SeedData.App?) throws(WeChatError) {
    guard call.path.hasPrefix("/sns/"), let app, case .fields(let fields) = answer,
      case .text(let openid)? = fields.first(where: { $0.0 == "openid" })?.1
    else { return }
    try quotas.spend(
      call.path, .user, by: QuotaBook.Caller(appid: app.appid, user: openid))
  }

  private func caller(_ call: Call) -> SeedData.App? {
    if let token = call.query["access_token"], let app = tokens.owner(of: token) { return app }
    if let app = apps.find(call.query["appid"]) { return app }
    guard call.query["access_token"] == nil, !call.body.isEmpty else { return nil }
    return apps.find((try? JSONDecoder().decode(Body.self, from: call.body))?.appid)
  }

  /// A website's token opens nothing there.
  private static func isForMiniPrograms(_ path: String) -> Bool {
    path.hasPrefix("/wxa/") || path.hasPrefix("/wxaapi/") || path.hasPrefix("/cgi-bin/message/")
      || path.hasPrefix("/cgi-bin/wxaapp/")
  }
}
