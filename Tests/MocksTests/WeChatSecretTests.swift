import Crypto
import Foundation
import MockKit
import MockWeChat
import Mocks
import Testing

/// What a device hands over encrypted or signed.
@Suite struct WeChatSecretTests {
  @Test("data is encrypted as in the platform's own sample")
  func sample() throws {
    let plain =
      #"{"openId":"oGZUI0egBJY1zhBYw2KhdUfwVJJE","nickName":"Band","gender":1,"language":"zh_CN","city":"Guangzhou","province":"Guangdong","country":"CN","avatarUrl":"http://wx.qlogo.cn/mmopen/vi_32/aSKcBBPpibyKNicHNTMM0qJVh8Kjgiak2AHWr8MHM4WgMEm7GFhsf8OYrySdbvAMvTsw3mo8ibKicsnfN5pRjl1p8HQ/0","unionId":"ocMvos6NjeKLIBqg5Mr9QjxrP1FA","watermark":{"timestamp":1477314187,"appid":"wx4f4bc4dec97d474b"}}"#
    let iv = try #require(Data(base64Encoded: "r7BXXKkLb8qrSNn05n0qiA=="))
    let sealed = try SessionSeal(key: "tiihtNczf5v6AKRyjwEUhQ==").encrypt(plain, iv: Array(iv))
    #expect(
      sealed
        == "CiyLU1Aw2KjvrjMdj8YKliAjtP4gsMZMQmRzooG2xrDcvSnxIMXFufNstNGTyaGS9uT5geRa0W4oTOb1WT7fJlAC+oNPdbB+3hVbJSRgv+4lGOETKUQz6OYStslQ142dNCuabNPGBzlooOmB231qMM85d2/fV6ChevvXvQP8Hkue1poOFtnEtpyxVLW1zAo6/1Xx1COxFvrc2d7UL/lmHInNlxuacJXwu0fjpXfz/YqYzBIBzD6WUfTIF9GRHpOn/Hz7saL8xz+W//FRAUid1OksQaQx4CMs8LOddcQhULW4ucetDf96JcR3g0gfRK4PC7E/r7Z6xNrXd2UIeorGj5Ef7b1pJAYB6Y5anaHqZ9J6nKEBvB4DnNLIVWSgARns/8wR2SiRS7MNACwTyrGvt9ts8p12PKFdlqYTopNHR1Vf7XjfhQlVsAJdNiKdYmYVoKlaRv85IfVunYzO0IKXsyl7JCUjCpoG20f0a04COwfneQAGGwd5oa+T8yO5hzuyDb/XcxxmK01EpqOyuxINew=="
    )
  }

  @Test(
    "raw data is signed as in the platform's own samples",
    arguments: [
      (
        "HyVFkGl5F5OQWJZZaNzBBg==",
        #"{"nickName":"Band","gender":1,"language":"zh_CN","city":"Guangzhou","province":"Guangdong","country":"CN","avatarUrl":"http://wx.qlogo.cn/mmopen/vi_32/1vZvI39NWFQ9XM4LtQpFrQJ1xlgZxx3w7bQxKARol6503Iuswjjn6nIGBiaycAjAtpujxyzYsrztuuICqIM5ibXQ/0"}"#,
        "75e81ceda165f4ffa64f4068af58c64b8f54b88c"
      ),
      (
        "GtYYez5b/M5HhT4L7n31gQ==",
        #"{"nickName":"Xavier-Lam林","gender":1,"language":"zh_CN","city":"Ningde","province":"Fujian","country":"China","avatarUrl":"https://wx.qlogo.cn/mmopen/vi_32/vTxUxcbjcZ8t9eU6YfXBwRU89KS9uRILEDro01MTYp7UKYsyTjLFMIVhB0AlBuEvLHbhmO3OpaHw5zwlSetuLg/132"}"#,
        "8fde625b7640734a13c071c05d792b5cef21cf89"
      ),
    ])
  func rawData(key: String, raw: String, signature: String) {
    #expect(SessionSeal(key: key).signature(ofRaw: raw) == signature)
  }

  @Test(
    "sessions are signed as in the platform's own samples",
    arguments: [
      (#"{"foo":"bar"}"#, "654571f79995b2ce1e149e53c0a33dc39c0a74090db514261454e8dbe432aa0b"),
      ("", "46e043c5525c2d817c44be603d30837a808a1d930d038f6fdc3e62a201fed128"),
    ])
  func sessions(text: String, signature: String) {
    #expect(SessionSeal(key: "o0q0otL8aEzpcZL/FT9WsQ==").signature(of: text) == signature)
  }

  @Test("user info comes signed and encrypted, with the app's watermark")
  func userInfo() async throws {
    try await WeChatCaller.run { caller in
      let session = try await caller.logIn()
      let (openid, key) = (session["openid"].text, session["session_key"].text)
      let info = try await caller.control("devices/\(openid)/user-info").json
      #expect(
        SessionSeal(key: key).signature(ofRaw: info["rawData"].text) == info["signature"].text)
      let raw = try JSONDecoder().decode(JSON.self, from: Data(info["rawData"].text.utf8))
      #expect(raw["nickName"].text == "微信用户" && raw["gender"].int == 0)
      let opened = try WeChatCaller.open(info, key: key)
      #expect(opened["openId"].text == openid)
      #expect(opened["unionId"] == session["unionid"])
      #expect(opened["nickName"] == raw["nickName"] && opened["avatarUrl"] == raw["avatarUrl"])
      #expect(opened["watermark"]["appid"].text == WeChatTests.appid)
      let age = caller.world.set.clock.seconds - Int64(opened["watermark"]["timestamp"].int ?? 0)
      #expect((0...60).contains(age))
      let again = try await caller.control("devices/\(openid)/user-info").json
      #expect(again["rawData"] == info["rawData"] && again["iv"] != info["iv"])
    }
  }

  @Test("getUserProfile's data tells no openid and no unionid")
  func userProfile() async throws {
    try await WeChatCaller.run { caller in
      let session = try await caller.logIn()
      let path = "devices/\(session["openid"].text)/user-info"
      let info = try await caller.control(path, #"{"api":"getUserProfile"}"#).json
      let opened = try WeChatCaller.open(info, key: session["session_key"].text)
      #expect(opened["openId"] == .null && opened["unionId"] == .null)
      #expect(opened["watermark"]["appid"].text == WeChatTests.appid)
      let wrong = try await caller.control(path, #"{"api":"getPhoneNumber"}"#)
      #expect(wrong.outcome == "422 /problems/invalid-request")
    }
  }

  @Test("a profile that was set is signed as it is written, slashes and Chinese included")
  func profile() async throws {
    try await WeChatCaller.run { caller in
      let session = try await caller.logIn()
      let openid = session["openid"].text
      let body = #"{"nickName":"林/\"小\"","gender":2,"city":"宁德","avatarUrl":"https://a.example/1"}"#
      let path = "/_control/devices/\(openid)/profile"
      #expect(try await caller.platform.call("PUT", path, body).status == 204)
      let info = try await caller.control("devices/\(openid)/user-info").json
      #expect(info["rawData"].text.hasPrefix(#"{"nickName":"林/\"小\"","gender":2,"#))
      #expect(info["rawData"].text.hasSuffix(#""avatarUrl":"https://a.example/1"}"#))
      let opened = try WeChatCaller.open(info, key: session["session_key"].text)
      #expect(opened["nickName"].text == #"林/"小""# && opened["city"].text == "宁德")
      let wrong = try await caller.platform.call("PUT", path, #"{"gender":3}"#)
      #expect(wrong.outcome == "422 /problems/invalid-request")
    }
  }

  @Test("the phone number button's older way encrypts what its newer one tells")
  func phoneNumber() async throws {
    try await WeChatCaller.run { caller in
      let session = try await caller.logIn()
      let sealed = try await caller.control("devices/\(session["openid"].text)/phone-number").json
      let opened = try WeChatCaller.open(sealed, key: session["session_key"].text)
      #expect(opened.keys == ["phoneNumber", "purePhoneNumber", "countryCode", "watermark"])
      #expect(opened["phoneNumber"].text == "13800000001" && opened["countryCode"].text == "86")
    }
  }

  @Test("run data has a day's steps at each midnight in China, today's the last")
  func runData() async throws {
    try await WeChatCaller.run { caller in
      let session = try await caller.logIn()
      let path = "devices/\(session["openid"].text)/run-data"
      let key = session["session_key"].text
      let days = try WeChatCaller.open(try await caller.control(path).json, key: key)
      #expect(days["stepInfoList"].list.count == 31)
      let given = try await caller.control(path, #"{"steps":[7,8]}"#).json
      let list = try WeChatCaller.open(given, key: key)["stepInfoList"].list
      #expect(list.map(\.["step"].int) == [7, 8])
      let times = list.compactMap { $0["timestamp"].int }
      #expect(times.allSatisfy { ($0 + 8 * 3600) % 86_400 == 0 } && times[1] - times[0] == 86_400)
      #expect((0..<86_400).contains(caller.world.set.clock.seconds - Int64(times[1])))
      let wrong = try await caller.control(path, #"{"steps":[-1]}"#)
      #expect(wrong.outcome == "422 /problems/invalid-request")
    }
  }

  @Test(
    "any other open data is encrypted as it is written, with a watermark of its own or the app's",
    arguments: [
      (#"{"openGId":"tGABC","n":12345678901234567890.5}"#, WeChatTests.appid),
      ("{}", WeChatTests.appid),
      (#"{"openGId":"tGABC","watermark":{"appid":"wxother"}}"#, "wxother"),
    ])
  func openData(body: String, appid: String) async throws {
    try await WeChatCaller.run { caller in
      let session = try await caller.logIn()
      let path = "devices/\(session["openid"].text)/open-data"
      let sealed = try await caller.control(path, body).json
      let opened = try WeChatCaller.open(sealed, key: session["session_key"].text)
      #expect(opened["watermark"]["appid"].text == appid)
      let given = try JSONDecoder().decode(JSON.self, from: Data(body.utf8))
      #expect(opened.without("watermark") == given.without("watermark"))
      for wrong in ["", "[1]", "{", "1"] {
        #expect(try await caller.control(path, wrong).outcome == "422 /problems/invalid-request")
      }
    }
  }

  /// The mistake that most back ends make once: data of one key, opened with another.
  @Test("data from before a login that renews the key cannot be opened afterwards, nor the reverse")
  func renewedKey() async throws {
    try await WeChatCaller.run { caller in
      let old = try await caller.logIn()
      let device = "devices/\(old["openid"].text)/phone-number"
      let before = try await caller.control(device).json
      _ = try await caller.control("sessions/\(old["openid"].text)/rotate")
      let code = try await caller.codes()["code"].text
      let after = try await caller.control(device).json
      let new = try await caller.session(code).json
      #expect(opens(before, old) && opens(after, new))
      #expect(!opens(before, new), "wx.login in the button's own callback")
      #expect(!opens(after, old), "a login whose code the back end never redeemed")
    }
  }

  private func opens(_ sealed: JSON, _ session: JSON) -> Bool {
    let opened = try? WeChatCaller.open(sealed, key: session["session_key"].text)
    return opened?["purePhoneNumber"].text == "13800000001"
  }

  @Test(
    "a device without a living session has nothing to encrypt with",
    arguments: ["user-info", "phone-number", "run-data", "open-data"])
  func noSession(kind: String) async throws {
    try await WeChatCaller.run { caller in
      let nobody = try await caller.control("devices/oNobody/\(kind)", "{}")
      #expect(nobody.outcome == "409 /problems/no-wechat-session")
      #expect(nobody.json["detail"].text.contains("/_control/login-codes"))
      let openid = try await caller.logIn()["openid"].text
      caller.world.set.clock.advance(by: .seconds(3 * 86_400 + 1))
      let late = try await caller.control("devices/\(openid)/\(kind)", "{}")
      #expect(late.outcome == "409 /problems/no-wechat-session")
    }
  }

  @Test(
    "the journal hides the keys, codes and tokens of logins",
    arguments: ["/journal.har", "/journal"])
  func journal(path: String) async throws {
    try await MockWorld.run { world in
      let session = try await WeChatCaller(world: world).logIn()
      let site = WeChatCaller(world: world, appid: "wx9a8b7c6d5e4f3021")
      let query = "appid=\(site.appid)&redirect_uri=http%3A%2F%2Flocalhost%2F&response_type=code"
      _ = try await site.platform.call("GET", "/connect/qrconnect?\(query)&scope=snsapi_login")
      let list = try await site.platform.call("GET", "/_control/qr-logins").json["items"]
      let id = list[0]["id"].text
      let code = try await site.control("qr-logins/\(id)/confirm", #"{"phone":"13800000001"}"#)
        .json["code"].text
      _ = try await site.platform.call("GET", "/connect/l/qrconnect?uuid=\(id)")
      let journal = try await world.admin("GET", path).text
      #expect(journal.contains("/connect/l/qrconnect"))
      for secret in [session["session_key"].text, code] {
        #expect(!secret.isEmpty && !journal.contains(secret))
      }
    }
  }
}
