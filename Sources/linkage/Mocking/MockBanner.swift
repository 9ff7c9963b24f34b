import LinkageCore
import LinkageReport
import MockKit
import Mocks

/// What `linkage mock` prints when it is ready and when it ends.
struct MockBanner {
  var set: MockSet
  var seed: UInt64
  var faults: LinkOptions
  var only: MockServerName?
  /// How long the set took to start.
  var took: Nanoseconds
  var language: Language

  var text: String {
    let lines =
      [headline, ""] + addresses + secureAddresses + accounts + apps + faultLines + [""] + example
      + documentation
      + [ending, ""]
    return lines.joined(separator: "\n")
  }

  /// What was left on the link, and what came of the faults.
  func farewell(_ report: MockStopReport) -> String {
    let fired = set.faultReports.map { report in
      language.pick(
        "Fault \(report.id): fired \(report.fired) of \(report.evaluated) times.\n",
        "故障 \(report.id)：判定 \(report.evaluated) 次，触发 \(report.fired) 次。\n")
    }
    return farewell(left: report) + fired.joined()
  }

  private func farewell(left report: MockStopReport) -> String {
    let left = report.undelivered.filter { $0.value > 0 }.values.reduce(0, +)
    if left == 0 {
      return language.pick("Stopped; nothing was left on the link.\n", "已停止，链路上没有遗留。\n")
    }
    return language.pick(
      "Stopped; \(left) changes had not reached the other side.\n",
      "已停止，还有 \(left) 条变更没有到达另一端。\n")
  }

  private var headline: String {
    let time = DurationText.text(took)
    return language.pick(
      "Mocks are ready in \(time) · seed \(seed)", "模拟后端已就绪，用时 \(time) · 种子 \(seed)")
  }

  private var addresses: [String] {
    let urls = MockServerName.allCases.compactMap { name in
      set.urls[name].map { "  \(pad(title(name), to: 18))\($0)" }
    }
    let name = language.pick("console's token", "控制台令牌")
    return urls + (set.adminToken.map { ["  \(pad(name, to: 18))\($0)"] } ?? [])
  }

  private var secureAddresses: [String] {
    guard let path = set.authorityPath else { return [] }
    let lines = MockServerName.allCases.compactMap { name in
      set.secureURLs[name].map { "  \(pad(title(name), to: 18))\($0)" }
    }
    let trusting = language.pick(
      "By TLS, for clients that trust \(path):", "TLS 地址（客户端需信任 \(path)）：")
    return ["", trusting]
      + lines
      + [
        "  curl --cacert \(path) …",
        "  export SSL_CERT_FILE=\(path) NODE_EXTRA_CA_CERTS=\(path)",
        "  keytool -importcert -noprompt -alias linkage -file \(path) -keystore trust.jks -storepass changeit",
      ]
  }

  private func title(_ name: MockServerName) -> String {
    switch name {
    case .console: language.pick("console", "控制台")
    case .web: language.pick("website", "网站")
    case .mini: language.pick("mini-program", "小程序")
    case .wechat: language.pick("WeChat platform", "微信平台")
    case .counter: language.pick("counter system", "柜台系统")
    }
  }

  private var accounts: [String] {
    guard only != .wechat, only != .counter else { return [] }
    return ["", language.pick("Log in with", "登录用的账号")]
      + set.accounts.map { account in
        let password = account.password.map { language.pick("password \($0)", "密码 \($0)") }
        let wechat = account.openid.map { _ in language.pick("WeChat", "微信") }
        let ways = [password, wechat].compactMap(\.self).joined(separator: " · ")
        return "  \(account.phone)  \(pad(account.name, to: 10))\(ways)"
      }
  }

  private var apps: [String] {
    guard only == .wechat, !set.bundledApps.isEmpty else { return [] }
    return ["", language.pick("Apps", "应用")]
      + set.bundledApps.map { "  appid \($0.appid) · secret \($0.secret)" }
  }

  private var faultLines: [String] {
    var lines: [String] = []
    if let latency = faults.linkLatency {
      let length = latency.shown
      lines.append(language.pick("  link latency \(length)", "  同步延迟 \(length)"))
    }
    if faults.linkDown { lines.append(language.pick("  link is down", "  同步已中断")) }
    lines += set.faultReports.map {
      "  " + FaultLine(fault: $0.fault, language: language).text
    }
    return lines.isEmpty ? [] : ["", language.pick("Faults", "故障")] + lines
  }

  /// Lines to copy: a member logs in on the website, and gets the codes for the mini-program.
  private var example: [String] {
    let lines = websiteExample + codesExample
    return lines.isEmpty ? [] : lines + [""]
  }

  private var websiteExample: [String] {
    guard let web = set.urls[.web],
      let account = set.accounts.first(where: { $0.password != nil }),
      let password = account.password
    else { return [] }
    return [
      "  curl -s -c jar \(web)/api/login -H 'Content-Type: application/json' \\",
      "    -d '{\"phone\":\"\(account.phone)\",\"password\":\"\(password)\"}'",
      "  curl -s -b jar \(web)/api/points",
    ]
  }

  private var codesExample: [String] {
    guard let wechat = set.urls[.wechat], let phone = set.accounts.first?.phone else { return [] }
    return ["  curl -s \(wechat)/_control/login-codes -d '{\"phone\":\"\(phone)\"}'"]
  }

  private var documentation: [String] {
    guard set.urls[.web] != nil || set.urls[.mini] != nil else { return [] }
    return [
      language.pick(
        "Each site describes its API at /docs; the website has pages to click through, too.",
        "两个站点的接口说明在 /docs；网站还有可以点击浏览的页面。")
    ]
  }

  private var ending: String {
    language.pick(
      "Ctrl-C delivers what is under way and stops; a second one stops at once.",
      "按 Ctrl-C 送达在途变更后停止；再按一次立即停止。")
  }

  private func pad(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(width - DisplayWidth.of(text), 1))
  }
}
