import Foundation
import Yams

extension WeChatConfig {
  /// Reads `{apps: […], merchant?: {…}}` from YAML or JSON.
  package init(yaml: String) throws(ConfigError) {
    let node = try ConfigCheck.compose(yaml)
    try ConfigCheck.check(node, Self.shape)
    try Self.checkApps(node)
    do {
      self = try YAMLDecoder().decode(WeChatConfig.self, from: node)
    } catch {
      throw ConfigError(
        line: ConfigCheck.line(of: node["apps"] ?? node), path: "apps",
        .value(
          expected: FaultText("a list with one app of `kind: mini`", "含有一个 `kind: mini` 的列表"),
          found: FaultText("none", "没有")))
    }
  }

  private static func checkApps(_ node: Node) throws(ConfigError) {
    var seen: Set<String> = []
    for (index, app) in (node["apps"]?.sequence ?? []).enumerated() {
      try checkPush(of: app, at: "apps[\(index)].push")
      guard let id = app["appid"], let text = id.scalar?.string else { continue }
      guard !seen.insert(text).inserted else { continue }
      throw ConfigError(
        line: ConfigCheck.line(of: id), path: "apps[\(index)].appid", .twice(text))
    }
  }

  /// What is encrypted needs a key.
  private static func checkPush(of app: Node, at path: String) throws(ConfigError) {
    guard let push = app["push"], let mode = push["mode"]?.scalar?.string,
      mode != WeChatPush.Mode.plain.rawValue, push["encodingAESKey"] == nil
    else { return }
    throw ConfigError(line: ConfigCheck.line(of: push), path: "\(path).encodingAESKey", .missing)
  }

  private static let shape = ConfigShape.map([
    .init("apps", .list(app), isNeeded: true), .init("merchant", merchant),
  ])

  private static let app = ConfigShape.map([
    .init("appid", .anyText, isNeeded: true), .init("secret", .anyText, isNeeded: true),
    .init("kind", .choice(of: SeedData.App.Kind.self)), .init("name", .anyText),
    .init("originalId", .anyText), .init("unionid", .flag),
    .init("subscriptions", .choice(of: SeedData.App.Subscriptions.self)),
    .init("templates", .list(template)), .init("pages", .list(page)), .init("push", push),
    .init("redirectDomain", .anyText),
  ])

  private static let template = ConfigShape.map([
    .init("id", .anyText, isNeeded: true), .init("title", .anyText, isNeeded: true),
    .init("content", content, isNeeded: true), .init("example", .anyText),
    .init("type", .choice(["2", "3"])), .init("use", .choice(of: WeChatTemplate.Use.self)),
  ])

  private static let content = ConfigShape.text(
    FaultText(
      "lines such as \"订单编号:{{character_string1.DATA}}\"",
      "若干行，例如 \"订单编号:{{character_string1.DATA}}\"")
  ) { !WeChatTemplate.rows(in: $0).isEmpty }

  private static let page = ConfigShape.text(
    FaultText(
      "a page without a leading slash and without a query, such as pages/index/index",
      "不以斜杠开头、不带参数的页面路径，例如 pages/index/index")
  ) { !$0.isEmpty && !$0.hasPrefix("/") && !$0.contains("?") }

  private static let push = ConfigShape.map([
    .init("url", address, isNeeded: true), .init("token", token, isNeeded: true),
    .init("encodingAESKey", aesKey), .init("mode", .choice(of: WeChatPush.Mode.self)),
    .init("format", .choice(of: WeChatPush.Format.self)),
  ])

  private static let address = ConfigShape.text(
    FaultText("an http or https address", "http 或 https 地址")
  ) { $0.hasPrefix("http://") || $0.hasPrefix("https://") }

  private static let aesKey = ConfigShape.text(
    FaultText("43 letters and digits", "43 个字母或数字")
  ) { PushKey($0) != nil }

  private static let token = ConfigShape.text(
    FaultText("3 to 32 letters and digits", "3 到 32 个字母或数字"), WeChatPush.isToken)

  private static let merchant = ConfigShape.map([
    .init("mchid", .anyText, isNeeded: true), .init("apiV3Key", payKey, isNeeded: true),
    .init("serial", .anyText), .init("certificate", .anyText),
    .init(
      "platform",
      .map([
        .init("publicKeyId", .anyText), .init("privateKey", .anyText),
        .init("certificate", .anyText),
      ])),
  ])

  private static let payKey = ConfigShape.text(
    FaultText("32 characters", "32 个字符")
  ) { $0.utf8.count == 32 }
}
