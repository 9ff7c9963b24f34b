import MockKit
import Mocks
import Testing

/// What may stand in which kind of keyword.
@Suite struct WeChatKeywordTests {
  private static let takes: [String: [String]] = [
    "thing": ["龙井 100g（新）!", "二十个字二十个字二十个字二十个字二十个字"],
    "number": ["0", "31.5", "12345678901234567890123456789012"],
    "letter": ["abcXYZ"], "symbol": ["!@#"], "character_string": ["W2026-1121_0001"],
    "time": ["15:01", "2019年10月1日 15:01", "2026-11-21 20:00", "15:01~16:30", "08:00:59"],
    "date": ["2019年10月1日", "2026-11-21", "10月1日", "2018.01.01 12:00", "2019年10月1日~10月3日"],
    "amount": ["¥31.33", "100元", "5", "$1234567890.99"],
    "phone_number": ["+86-0766-66888866", "13800000001"], "car_number": ["粤A8Z888挂"],
    "name": ["韩梅梅", "Twenty Letters Name."], "phrase": ["配送中"], "enum_string": ["whatever"],
  ]

  private static let refuses: [String: [String]] = [
    "thing": ["超过二十个字超过二十个字超过二十个字超过二", "two\nlines"],
    "number": ["three", "1.", "123456789012345678901234567890123"],
    "letter": ["abc1"], "symbol": ["abc", "!!!!!!"], "character_string": ["订单1"],
    "time": ["soon", "25:00", "2019年10月1日", "15:01~16:00~17:00"],
    "date": ["15:01", "2019年13月1日", "tomorrow"],
    "amount": ["12345678901", "about 5", "¥"], "phone_number": ["138-0000-0000-000001", "phone"],
    "car_number": ["粤A8Z888挂车牌"], "name": ["十一个字的名字十一个字", "Twenty-one letters it"],
    "phrase": ["已到达门店了", "ok", "配送1"],
  ]

  private func codes(_ values: [String: [String]]) async throws -> [String: Int?] {
    let templates = values.keys.map { "{ id: \($0), title: t, content: '事:{{\($0)1.DATA}}' }" }
    let config =
      "apps: [{ appid: wx1, secret: s1, templates: [\(templates.joined(separator: ", "))] }]"
    var found: [String: Int?] = [:]
    try await WeChatWorld.run(config) { world async throws in
      let path = "/cgi-bin/message/subscribe/send?access_token=\(try await world.token())"
      for (kind, texts) in values {
        for text in texts {
          let answer = try await world.wechat.call(
            "POST", path,
            #"{"touser":"\#(WeChatWorld.openid)","template_id":"\#(kind)","data":{"\#(kind)1":{"value":"\#(text.replacing("\n", with: #"\n"#))"}}}"#
          )
          found["\(kind): \(text)"] = answer.json["errcode"].int
        }
      }
    }
    return found
  }

  @Test("each kind of keyword takes what the platform's table allows")
  func allowed() async throws {
    for (text, code) in try await codes(Self.takes) { #expect(code == 0, "\(text)") }
  }

  @Test("each kind of keyword refuses everything else with 47003")
  func refused() async throws {
    for (text, code) in try await codes(Self.refuses) { #expect(code == 47003, "\(text)") }
  }
}
