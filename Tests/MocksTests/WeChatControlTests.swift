import Foundation
import MockKit
import Mocks
import Testing

@Suite("Controls of the WeChat platform") struct WeChatControlTests {
  @Test(
    "a key that a control does not have is refused with the one that was meant",
    arguments: [
      ("PUT", "payments/notifications", #"{"repaet":2}"#, "`repaet`", "did you mean `repeat`?"),
      ("PUT", "payments/errors", #"{"code":"SYSTEM_ERROR","cuont":2}"#, "`cuont`", "`count`?"),
      ("POST", "link-quotas", #"{"day":2}"#, "`day`", "expected one of `appid`, `linksADay`"),
      ("POST", "pages", #"{"page":[]}"#, "`page`", "did you mean `pages`?"),
      ("POST", "login-codes", #"{"phone":"13800000001","openId":"o"}"#, "`openId`", "`openid`?"),
      ("POST", "failures", #"{"path":"/cgi-bin/token","errcod":1}"#, "`errcod`", "`errcode`?"),
      ("PUT", "push", #"{"url":"http://a/","token":"abc","mod":"safe"}"#, "`mod`", "`mode`?"),
      ("PUT", "quotas", #"{"path":"/cgi-bin/token","limit":1,"pre":"day"}"#, "`pre`", "`per`?"),
    ])
  func unknownKey(
    method: String, path: String, body: String, key: String, hint: String
  ) async throws {
    try await WeChatCaller.run { caller async throws in
      let answer = try await caller.platform.call(method, "/_control/\(path)", body)
      let detail = answer.json["detail"].text
      #expect(answer.status == 422 && detail.contains(key) && detail.contains(hint), "\(detail)")
    }
  }

  @Test("a body that is no UTF-8 is refused")
  func otherBytes() async throws {
    try await WeChatCaller.run { caller async throws in
      let request = WireRequest(
        "POST", "/_control/verdicts",
        body: Data(#"{"contains":"a"#.utf8) + [0xff] + Data(#"","suggest":"risky"}"#.utf8))
      let answer = Answer(
        try await caller.world.client.send(request, to: caller.world.set.urls[.wechat] ?? ""))
      #expect(answer.status == 422 && answer.json["detail"].text.contains("UTF-8"))
    }
  }

  @Test("what a change of the notifications does not name stays")
  func keepsPlan() async throws {
    try await WeChatCaller.run { caller async throws in
      let path = "/_control/payments/notifications"
      _ = try await caller.platform.call("PUT", path, #"{"repeat":2,"delayMs":50}"#)
      let plan = try await caller.platform.call("PUT", path, #"{"drop":1}"#).json
      #expect(plan["repeat"].int == 2 && plan["delayMs"].int == 50 && plan["drop"].int == 1)
      #expect(try await caller.platform.call("PUT", path, #"{"repeat":0}"#).json["repeat"].int == 0)
    }
  }

  @Test("the published link quotas come back")
  func linkQuotas() async throws {
    try await WeChatCaller.run { caller async throws in
      #expect(try await caller.control("link-quotas", #"{"codes":2}"#).json["codes"].int == 2)
      let reset = try await caller.platform.call("DELETE", "/_control/link-quotas")
      #expect(reset.status == 204)
      let now = try await caller.control("link-quotas", "{}").json
      #expect(now["codes"].int == 100_000)
    }
  }

  @Test(
    "the mock's own paths tell what is wrong in the mock's own form",
    arguments: [
      ("GET", "/_control/login-codes", 405, "takes OPTIONS, POST"),
      ("GET", "/_control/login-code", 404, "POST /_control/login-codes"),
      ("GET", "/_admin/v1/", 404, "/_admin/v1/"),
      ("POST", "/", 404, "nearest routes"),
    ])
  func ownPaths(method: String, path: String, status: Int, detail: String) async throws {
    try await WeChatCaller.run { caller async throws in
      let answer = try await caller.platform.call(method, path)
      #expect(answer.status == status, "\(answer.text)")
      #expect(answer.json["detail"].text.contains(detail), "\(answer.text)")
    }
  }

  @Test("the platform's root names what there is")
  func root() async throws {
    try await WeChatCaller.run { caller async throws in
      let answer = try await caller.platform.call("GET", "/")
      #expect(answer.status == 200 && answer.json["server"].text == "wechat")
      #expect(answer.text.contains("POST /_control/login-codes"))
    }
  }

  @Test("paths of the platform itself are answered in its own form as before")
  func platformPaths() async throws {
    try await WeChatCaller.run { caller async throws in
      let unknown = try await caller.platform.call("GET", "/cgi-bin/nosuch")
      #expect(unknown.status == 200 && unknown.json["errcode"].int == 40066)
    }
  }

  @Test("a forced token that comes too early does not count towards the day's twenty")
  func forcedTokens() async throws {
    try await WeChatCaller.run { caller async throws in
      let body =
        #"{"grant_type":"client_credential","appid":"\#(caller.appid)","secret":"\#(caller.secret)","force_refresh":true}"#
      func force() async throws -> JSON {
        try await caller.platform.call("POST", "/cgi-bin/stable_token", body).json
      }
      #expect(try await !force()["access_token"].text.isEmpty)
      for _ in 1...30 { #expect(try await force()["errcode"].int == 45011) }
      caller.world.set.clock.advance(by: .seconds(31))
      #expect(try await !force()["access_token"].text.isEmpty)
    }
  }
}
