import MockKit
import Mocks
import Testing

/// Schemes, URL links and short links, as they are made.
@Suite struct WeChatLinkTests {
  private static let day = 86_400

  @Test("links have the platform's form, with slashes escaped")
  func forms() async throws {
    try await MockWorld.run { world in
      let maker = try await LinkMaker(world)
      let scheme = try await maker.ask(
        "/wxa/generatescheme",
        #"{"jump_wxa":{"path":"/pages/a","query":"x=1"},"is_expire":true,"expire_type":1,"expire_interval":1}"#
      )
      #expect(
        scheme.text.wholeMatch(
          of:
            /\{"errcode":0,"errmsg":"ok","openlink":"weixin:\\\/\\\/dl\\\/business\\\/\?t=[A-Za-z0-9]{11}"\}/
        ) != nil)
      #expect(scheme.wire.header("content-type") == "application/json; encoding=utf-8")
      let link = try await maker.link("pages/a", query: "x=1")
      #expect(link.wholeMatch(of: /https:\/\/wxaurl\.cn\/[A-Za-z0-9]{11}/) != nil)
      let short = try await maker.ask(
        "/wxa/genwxashortlink", #"{"page_url":"pages/a?x=1","page_title":"一二三四五六七八九十一二三四五六七八九十多"}"#
      ).json["link"].text
      #expect(
        short.wholeMatch(of: /#小程序:\/\/[^\/]+\/一二三四五六七八九十一二三四五六七八九十\.\.\.\/[A-Za-z0-9]{15}/) != nil)
      #expect(try await maker.link("pages/a", query: "x=1") != link)
    }
  }

  @Test(
    "every mistake in a link has the platform's number and words",
    arguments: [
      (
        "/wxa/generatescheme", #"{"jump_wxa":{"path":"pages/no"}}"#, 40165, "invalid weapp pagepath"
      ),
      (
        "/wxa/generatescheme", #"{"jump_wxa":{"path":"pages/a?x=1"}}"#, 40165,
        "invalid weapp pagepath"
      ),
      ("/wxa/generatescheme", #"{"jump_wxa":{"query":"x=中"}}"#, 40212, "invalid query"),
      (
        "/wxa/generatescheme", #"{"jump_wxa":{"env_version":"beta"}}"#, 85402, "invalid env_version"
      ),
      (
        "/wxa/generatescheme", #"{"expire_type":1,"expire_interval":31}"#, 85401,
        "time limit between 1min and 1year"
      ),
      ("/wxa/generatescheme", #"{"expire_type":1}"#, 85401, "time limit between 1min and 1year"),
      ("/wxa/generatescheme", #"{"expire_time":1}"#, 85401, "time limit between 1min and 1year"),
      ("/wxa/generatescheme", #"{"jump_wxa":"{}"}"#, 47001, "data format error"),
      (
        "/wxa/generatescheme", #"{"expire_type":1,"expire_interval":"30"}"#, 47001,
        "data format error"
      ),
      ("/wxa/generate_urllink", #"{"path":"pages/no"}"#, 40165, "invalid weapp pagepath"),
      ("/wxa/generate_urllink", "", 44002, "empty post data"),
      ("/wxa/genwxashortlink", #"{"page_url":"/pages/a"}"#, 40066, "invalid url"),
      ("/wxa/genwxashortlink", #"{"page_url":"pages/no"}"#, 40066, "invalid url"),
      (
        "/wxa/genwxashortlink", #"{"page_url":"pages/a","page_title":"a/b"}"#, 40225,
        "invalid page title"
      ),
      ("/wxa/queryscheme", #"{"scheme":"weixin://dl/business/?t=none"}"#, 85403, "link not exist"),
      ("/wxa/queryscheme", "{}", 40097, "invalid args"),
      ("/wxa/query_urllink", #"{"url_link":"https://wxaurl.cn/none"}"#, 85403, "link not exist"),
    ])
  func mistakes(path: String, body: String, code: Int, text: String) async throws {
    try await MockWorld.run { world in
      let maker = try await LinkMaker(world)
      let answer = try await maker.askWithOnePage(path, body)
      #expect(answer.status == 200 && answer.json["errcode"].int == code)
      #expect(answer.json["errmsg"].text.hasPrefix(text + " rid: "))
      let stranger = try await maker.wechat.call("POST", path + "?access_token=x", body)
      #expect(stranger.json["errcode"].int == 40001)
    }
  }

  @Test("an app without a released page makes no links")
  func unreleased() async throws {
    try await MockWorld.run { world in
      let maker = try await LinkMaker(world)
      try await maker.set("pages", #"{"pages":[]}"#)
      for (path, code) in [("/wxa/generatescheme", 85079), ("/wxa/generate_urllink", 85079)] {
        let answer = try await maker.ask(path, "{}")
        #expect(answer.json["errcode"].int == code)
        #expect(answer.json["errmsg"].text.hasPrefix("miniprogram has no online release rid: "))
      }
    }
  }

  @Test("a query says of a link what it was made with, and what was added to it")
  func queries() async throws {
    try await MockWorld.run { world in
      let maker = try await LinkMaker(world)
      let scheme = try await maker.scheme(
        "/pages/a", query: "x=1", more: #","expire_type":1,"expire_interval":2"#)
      let info = try await maker.ask(
        "/wxa/queryscheme", #"{"scheme":"\#(scheme)&cq=y%3D2","query_type":0}"#
      ).json["scheme_info"]
      #expect(info["appid"].text == WeChatTests.appid && info["env_version"].text == "release")
      #expect(info["path"].text == "pages/a" && info["query"].text == "x=1&y=2")
      let life = try #require(info["expire_time"].int) - #require(info["create_time"].int)
      #expect(life == 2 * Self.day)
      let link = try await maker.link("pages/b", query: "")
      let other = try await maker.ask("/wxa/query_urllink", #"{"url_link":"\#(link)"}"#)
      #expect(other.json["url_link_info"]["path"].text == "pages/b")
      #expect(other.json["errmsg"].text == "ok")
      let crossed = try await maker.ask("/wxa/query_urllink", #"{"url_link":"\#(scheme)"}"#)
      #expect(crossed.json["errcode"].int == 85403)
    }
  }

  @Test("what may be made in a day is counted anew the next day, what may be made for ever is not")
  func madeLimits() async throws {
    try await MockWorld.run { world in
      let maker = try await LinkMaker(world)
      try await maker.set("link-quotas", #"{"linksADay":1,"permanentShortLinks":1}"#)
      let permanent = #"{"page_url":"pages/a","is_permanent":true}"#
      for code in [0, 85400] {
        let answer = try await maker.ask("/wxa/genwxashortlink", permanent)
        #expect(answer.json["errcode"].int == code)
      }
      #expect(
        try await maker.ask("/wxa/genwxashortlink", #"{"page_url":"pages/a"}"#).json["errcode"].int
          == 0)
      #expect(try await maker.ask("/wxa/generatescheme", "{}").json["errcode"].int == 0)
      #expect(try await maker.ask("/wxa/generate_urllink", "{}").json["errcode"].int == 45009)
      world.set.clock.advance(by: .seconds(Self.day))
      let next = try await LinkMaker(world)
      #expect(try await next.ask("/wxa/generate_urllink", "{}").json["errcode"].int == 0)
      #expect(try await next.ask("/wxa/genwxashortlink", permanent).json["errcode"].int == 85400)
    }
  }
}
