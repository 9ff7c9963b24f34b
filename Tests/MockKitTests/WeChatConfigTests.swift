import Foundation
import MockKit
import Testing

@Suite struct WeChatConfigTests {
  private static let first = "apps:\n  - appid: wx1\n    secret: s\n"

  @Test("the example that comes along says something for every key")
  func example() throws {
    let top = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let text = try String(
      contentsOf: top.appending(path: "mocks/wechat/example.yaml"), encoding: .utf8)
    let config = try WeChatConfig(yaml: text)
    #expect(config.apps.map(\.kind) == [.mini, .web])
    let app = config.mini
    #expect(app.subscriptions == .strict && app.isBound && app.originalId == "gh_0123456789ab")
    #expect(app.push?.mode == .safe && app.push?.format == .json)
    #expect(app.templates[0].use == .order && app.templates[0].type == 2)
    #expect(app.templates[0].keywords == ["character_string1", "thing2", "time3"])
    #expect(app.templates[0].rows.first?.label == "订单编号")
    #expect(app.hasPage("pages/orders/detail?id=1") && !app.hasPage("pages/other"))
    #expect(config.apps[1].redirectDomain == "shop.example.com")
    let keys = ["appid", "secret", "kind", "name", "originalId", "unionid", "subscriptions"]
    for key in keys + ["templates", "pages", "push", "redirectDomain", "use", "type", "example"] {
      #expect(text.contains("\(key): ") || text.contains("\(key):\n"), "\(key)")
    }
  }

  @Test("what a file does not say has its usual value")
  func defaults() throws {
    let config = try WeChatConfig(yaml: Self.first)
    #expect(config.mini.kind == .mini && config.mini.isBound && config.merchant == nil)
    #expect(config.mini.subscriptions == .always && config.mini.hasPage("any/page"))
  }

  @Test(
    "a mistake is told with its line, its place and the nearest key, in both languages",
    arguments: [
      (
        "", 1, "Expected the file to be keys with values, such as apps: […]; found an empty file.",
        "文件应为带键的对象"
      ),
      (
        "\(first)    appid: wx2", 2,
        "The key `appid` stands here and once more in the same place; keep one of them.",
        "键 `appid` 在同一对象中出现了两次"
      ),
      ("apps: [", 2, "This is no YAML: ", "不是有效的 YAML"),
      ("{}", 1, "Expected `apps`, found nothing there.", "缺少 `apps`。"),
      ("apps: wx1", 1, "Expected `apps` to be a list; found \"wx1\".", "`apps` 应为列表"),
      (
        "apps:\n  - appid: wx1\n    secrt: s", 3,
        "There is no key `apps[0].secrt`; did you mean `secret`?",
        "没有键 `apps[0].secrt`，是否想写 `secret`？"
      ),
      ("apps:\n  - appid: wx1", 2, "Expected `apps[0].secret`, found nothing there.", "缺少"),
      (
        "\(first)    kind: app", 4, "Expected `apps[0].kind` to be mini or web; found \"app\".",
        "应为 mini 或 web"
      ),
      (
        "\(first)    kind: web", 2,
        "Expected `apps` to be a list with one app of `kind: mini`; found none.", "没有"
      ),
      (
        "\(first)  - appid: wx1\n    secret: t", 4,
        "`apps[1].appid` is wx1 a second time; each needs one of its own.", "重复使用了 wx1"
      ),
      ("\(first)    pages: [/p]", 4, "Expected `apps[0].pages[0]` to be a page without", "/p"),
      (
        "\(first)    push:\n      url: http://x\n      token: abc\n      encodingAESKey: short", 7,
        "Expected `apps[0].push.encodingAESKey` to be 43 letters and digits; found \"short\".",
        "43 个字母或数字"
      ),
      (
        "\(first)merchant:\n  mchid: 1\n  apiV3Key: k", 6,
        "Expected `merchant.apiV3Key` to be 32 characters; found \"k\".", "32 个字符"
      ),
    ])
  func mistakes(yaml: String, line: Int, english: String, chinese: String) throws {
    let error = try #require(throws: ConfigError.self) { try WeChatConfig(yaml: yaml) }
    #expect(error.line == line)
    #expect(error.text.en.hasPrefix(english), "\(error.text.en)")
    #expect(error.text.zh.contains(chinese), "\(error.text.zh)")
  }
}
