import Foundation
import MockKit
import Mocks
import Testing

/// Logging in to a website with WeChat.
@Suite struct WeChatWebLoginTests {
  private static let config = """
    apps:
      - { appid: wxmini, secret: s1 }
      - { appid: wxsite, secret: s2, kind: web, name: "商城 <1>", redirectDomain: shop.example.com }
    """
  private static let target = "https%3A%2F%2Fshop.example.com%3A8443%2Fback%3Fa%3D1%23top"

  private func run(_ body: (WeChatCaller) async throws -> Void) async throws {
    try await WeChatCaller.run(Self.config) {
      try await body(WeChatCaller(world: $0.world, appid: "wxsite", secret: "s2"))
    }
  }

  private func page(
    _ caller: WeChatCaller, appid: String = "wxsite", target: String = target,
    scope: String = "snsapi_login", type: String = "code", more: String = ""
  ) async throws -> Answer {
    try await caller.platform.call(
      "GET",
      "/connect/qrconnect?appid=\(appid)&redirect_uri=\(target)&response_type=\(type)"
        + "&scope=\(scope)&state=a%26b\(more)")
  }

  /// The id of a picture that was just shown.
  private func open(_ caller: WeChatCaller) async throws -> String {
    let text = try await page(caller).text
    return String(try #require(text.firstMatch(of: /data-login="([0-9a-f]{16})"/)).1)
  }

  private func poll(_ caller: WeChatCaller, _ id: String) async throws -> String {
    try await caller.platform.call("GET", "/connect/l/qrconnect?uuid=\(id)&last=408").text
  }

  private func code(_ caller: WeChatCaller) async throws -> String {
    let id = try await open(caller)
    return try await caller.control("qr-logins/\(id)/confirm", #"{"phone":"13800000001"}"#)
      .json["code"].text
  }

  private func get(_ caller: WeChatCaller, _ path: String, _ query: String) async throws -> JSON {
    try await caller.platform.call("GET", "/sns/\(path)?\(query)").json
  }

  private func token(_ caller: WeChatCaller, _ code: String) async throws -> JSON {
    try await get(
      caller, "oauth2/access_token",
      "\(caller.app)&code=\(code)&grant_type=authorization_code")
  }

  @Test("who scans and allows is sent back to the website with a code and the state")
  func allowed() async throws {
    try await run { caller in
      let id = try await open(caller)
      #expect(try await poll(caller, id) == "window.wx_errcode=408;window.wx_code='';")
      let scanned = try await caller.control("qr-logins/\(id)/scan", #"{"phone":"13800000001"}"#)
      #expect(scanned.json["phase"].text == "scanned" && scanned.json["redirect"] == .null)
      #expect(try await poll(caller, id) == "window.wx_errcode=404;window.wx_code='';")
      let confirmed = try await caller.control("qr-logins/\(id)/confirm").json
      let code = confirmed["code"].text
      #expect(code.count == 32)
      #expect(try await poll(caller, id) == "window.wx_errcode=405;window.wx_code='\(code)';")
      #expect(
        confirmed["redirect"].text
          == "https://shop.example.com:8443/back?a=1&code=\(code)&state=a%26b#top")
      let again = try await caller.control("qr-logins/\(id)/confirm")
      #expect(again.outcome == "409 /problems/qr-login-confirmed")
      let list = try await caller.platform.call("GET", "/_control/qr-logins").json
      #expect(list["items"].list.map(\.["id"].text) == [id])
    }
  }

  @Test("who cancels stays, unless the website is to be told, and may scan again")
  func denied() async throws {
    try await run { caller in
      let id = try await open(caller)
      let denied = try await caller.control("qr-logins/\(id)/deny").json
      #expect(denied["redirect"] == .null)
      #expect(try await poll(caller, id) == "window.wx_errcode=403;window.wx_code='';")
      let told = try await caller.control("qr-logins/\(id)/deny", #"{"redirects":true}"#).json
      #expect(
        told["redirect"].text == "https://shop.example.com:8443/back?a=1&state=a%26b#top")
      let scanned = try await caller.control("qr-logins/\(id)/scan", #"{"phone":"13800000001"}"#)
      #expect(scanned.json["phase"].text == "scanned")
    }
  }

  @Test("a picture can be scanned for five minutes")
  func expires() async throws {
    try await run { caller in
      let id = try await open(caller)
      caller.world.set.clock.advance(by: .seconds(301))
      #expect(try await poll(caller, id) == "window.wx_errcode=402;window.wx_code='';")
      let late = try await caller.control("qr-logins/\(id)/scan", #"{"phone":"13800000001"}"#)
      #expect(late.outcome == "409 /problems/qr-login-expired")
      #expect(try await poll(caller, "none") == "window.wx_errcode=402;window.wx_code='';")
    }
  }

  @Test("a control that cannot be done says what to do")
  func refused() async throws {
    try await run { caller in
      let id = try await open(caller)
      let nobody = try await caller.control("qr-logins/\(id)/confirm")
      #expect(nobody.outcome == "409 /problems/qr-login-not-scanned")
      let none = try await caller.control("qr-logins/none/scan", #"{"phone":"13800000001"}"#)
      #expect(none.outcome == "404 /problems/no-qr-login")
      let phone = try await caller.control("qr-logins/\(id)/scan", #"{"phone":"1"}"#)
      #expect(phone.outcome == "422 /problems/invalid-phone")
      let openid = try await caller.control("qr-logins/\(id)/scan", #"{"openid":"oNobody"}"#)
      #expect(openid.outcome == "422 /problems/invalid-request")
    }
  }

  @Test("the code gives tokens once, the user's own openid, and the unionid of all apps")
  func tokens() async throws {
    try await run { caller in
      let mini = try await WeChatCaller(world: caller.world, appid: "wxmini", secret: "s1").logIn()
      let code = try await code(caller)
      let answer = try await caller.platform.call(
        "GET", "/sns/oauth2/access_token?\(caller.app)&code=\(code)&grant_type=authorization_code")
      #expect(answer.wire.header("content-type") == "text/plain")
      let tokens = answer.json
      #expect(
        tokens.keys == [
          "access_token", "expires_in", "refresh_token", "openid", "scope", "unionid",
        ])
      #expect(tokens["unionid"] == mini["unionid"] && tokens["openid"] != mini["openid"])
      #expect(tokens["expires_in"].int == 7200 && tokens["scope"].text == "snsapi_login")
      #expect(try await token(caller, code)["errcode"].int == 40163)
      let who = "access_token=\(tokens["access_token"].text)&openid=\(tokens["openid"].text)"
      let user = try await caller.platform.call("GET", "/sns/userinfo?\(who)&lang=zh_CN")
      #expect(user.wire.header("content-type") == "text/plain")
      #expect(user.json["nickname"].text == "李雷" && user.json["privilege"] == .list([]))
      #expect(user.json["unionid"] == mini["unionid"] && user.json["sex"].int == 0)
      #expect(try await get(caller, "auth", who)["errmsg"].text == "ok")
    }
  }

  @Test("somebody whom a mini-program knows scans by the openid there")
  func sameUser() async throws {
    try await run { caller in
      let mini = WeChatCaller(world: caller.world, appid: "wxmini", secret: "s1")
      let user = try await mini.codes(#"{"phone":"13800000001","openid":"oTheSecondUser"}"#)
      let id = try await open(caller)
      let code = try await caller.control(
        "qr-logins/\(id)/confirm", #"{"openid":"oTheSecondUser"}"#
      ).json["code"].text
      #expect(try await token(caller, code)["unionid"] == user["unionid"])
    }
  }

  @Test("a code lives for ten minutes", arguments: [(599, true), (601, false)])
  func codeLife(seconds: Int, lives: Bool) async throws {
    try await run { caller in
      let code = try await code(caller)
      caller.world.set.clock.advance(by: .seconds(seconds))
      let answer = try await token(caller, code)
      #expect((answer["openid"] != .null) == lives)
      #expect(answer["errcode"].int == (lives ? nil : 40029))
    }
  }

  @Test("refreshing prolongs a living access token, replaces a dead one, and ends after 30 days")
  func refreshes() async throws {
    try await run { caller in
      let tokens = try await token(caller, try await code(caller))
      let openid = tokens["openid"].text
      let query =
        "appid=wxsite&grant_type=refresh_token&refresh_token=\(tokens["refresh_token"].text)"
      caller.world.set.clock.advance(by: .seconds(7000))
      let same = try await get(caller, "oauth2/refresh_token", query)
      #expect(same["access_token"] == tokens["access_token"])
      #expect(same.keys == ["access_token", "expires_in", "refresh_token", "openid", "scope"])
      caller.world.set.clock.advance(by: .seconds(7000))
      let old = "access_token=\(tokens["access_token"].text)&openid=\(openid)"
      #expect(try await get(caller, "auth", old)["errcode"].int == 0)
      caller.world.set.clock.advance(by: .seconds(300))
      let dead = try await get(caller, "userinfo", old)
      #expect(dead["errcode"].int == 42001)
      #expect(dead["errmsg"].text.hasPrefix("access_token expired, rid: "))
      let new = try await get(caller, "oauth2/refresh_token", query)
      #expect(new["access_token"] != tokens["access_token"])
      #expect(new["refresh_token"] == tokens["refresh_token"])
      caller.world.set.clock.advance(by: .seconds(30 * 86_400))
      #expect(try await get(caller, "oauth2/refresh_token", query)["errcode"].int == 42002)
    }
  }

  @Test(
    "every mistake of a website has the platform's number",
    arguments: [
      ("oauth2/access_token", "secret=s2&code=x&grant_type=authorization_code", 41002),
      ("oauth2/access_token", "appid=wxsite&code=x&grant_type=authorization_code", 41004),
      ("oauth2/access_token", "appid=wxsite&secret=s1&code=x&grant_type=authorization_code", 40125),
      ("oauth2/access_token", "appid=wxsite&secret=s2&grant_type=authorization_code", 41008),
      ("oauth2/access_token", "appid=wxsite&secret=s2&code=x", 40002),
      ("oauth2/access_token", "appid=wxsite&secret=s2&code=x&grant_type=authorization_code", 40029),
      ("oauth2/refresh_token", "appid=wxsite&grant_type=refresh_token&refresh_token=x", 40030),
      ("oauth2/refresh_token", "appid=wxsite&grant_type=refresh_token", 41003),
      ("oauth2/refresh_token", "appid=wxnone&grant_type=refresh_token&refresh_token=x", 40013),
      ("oauth2/refresh_token", "appid=wxsite&refresh_token=x", 40002),
      ("userinfo", "openid=o", 41001), ("userinfo", "access_token=x", 41009),
      ("userinfo", "access_token=x&openid=o", 40001),
      ("auth", "access_token=x&openid=o", 40001),
    ])
  func mistakes(path: String, query: String, code: Int) async throws {
    try await run { caller in
      let answer = try await caller.platform.call("GET", "/sns/\(path)?\(query)")
      #expect(answer.status == 200 && answer.json["errcode"].int == code)
      #expect(answer.wire.header("content-type") == "text/plain")
    }
  }

  @Test("a token and a code are one app's and one user's")
  func isolated() async throws {
    try await run { caller in
      let mini = WeChatCaller(world: caller.world, appid: "wxmini", secret: "s1")
      let code = try await code(caller)
      #expect(try await token(mini, code)["errcode"].int == 40029)
      #expect(try await mini.session(code).json["errcode"].int == 40029)
      let tokens = try await token(caller, code)
      let stolen = try await get(
        caller, "userinfo", "access_token=\(tokens["access_token"].text)&openid=oSomebodyElse")
      #expect(stolen["errcode"].int == 40003)
      let foreign = try await get(
        caller, "oauth2/refresh_token",
        "appid=wxmini&grant_type=refresh_token&refresh_token=\(tokens["refresh_token"].text)")
      #expect(foreign["errcode"].int == 40030)
    }
  }

  @Test("the page speaks both languages, loads nothing from elsewhere and quotes what it shows")
  func page() async throws {
    try await run { caller in
      let chinese = try await page(caller, more: "&lang=cn")
      #expect(chinese.wire.header("content-type") == "text/html; charset=utf-8")
      #expect(chinese.text.contains("使用微信扫一扫登录“商城 &lt;1&gt;”"))
      #expect(chinese.text.contains("以李雷的身份扫码") && chinese.text.contains(#"lang="zh-CN""#))
      let english = try await page(caller).text
      #expect(english.contains("Scan as 李雷") && english.contains(#"lang="en""#))
      let policy = chinese.wire.header("content-security-policy") ?? ""
      #expect(policy.hasPrefix("default-src 'none'; "))
      let nonce = try #require(policy.firstMatch(of: /script-src 'nonce-([0-9a-f]{32})'/)).1
      #expect(chinese.text.contains(#"<script nonce="\#(nonce)">"#))
      #expect(!chinese.text.contains("src=") && !english.contains(String(nonce)))
    }
  }

  @Test(
    "a wrong link is told on the page, and shows no picture",
    arguments: [
      ("wxmini", target, "snsapi_login", "code", "AppID 参数错误"),
      ("wxnone", target, "snsapi_login", "code", "AppID 参数错误"),
      ("wxsite", target, "snsapi_login", "token", "response_type 参数错误"),
      ("wxsite", target, "snsapi_base", "code", "Scope 参数错误或没有 Scope 权限"),
      ("wxsite", "https%3A%2F%2Fevil.example.com", "snsapi_login", "code", "redirect_uri 参数错误"),
      (
        "wxsite", "https%3A%2F%2Fshop.example.com.evil.com", "snsapi_login", "code",
        "redirect_uri 参数错误"
      ),
      (
        "wxsite", "javascript%3A%2F%2Fshop.example.com", "snsapi_login", "code", "redirect_uri 参数错误"
      ),
      ("wxsite", "", "snsapi_login", "code", "redirect_uri 参数错误"),
    ])
  func wrongLink(appid: String, target: String, scope: String, type: String, title: String)
    async throws
  {
    try await run { caller in
      let page = try await page(
        caller, appid: appid, target: target, scope: scope, type: type, more: "&lang=cn")
      #expect(page.status == 200)
      #expect(page.text.contains(#"role="alert">\#(title)</h1>"#))
      #expect(!page.text.contains("data-login"))
      let list = try await caller.platform.call("GET", "/_control/qr-logins").json
      #expect(list["items"] == .list([]))
    }
  }
}
