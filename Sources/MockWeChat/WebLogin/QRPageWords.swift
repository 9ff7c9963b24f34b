import MockKit

/// What the page with the picture says, in one language.
struct QRPageWords: Sendable {
  private let isChinese: Bool

  /// By `?lang=`, else by what the browser prefers, else English.
  init(of call: Call) {
    let wanted = (call.query["lang"] ?? call.headers["accept-language"] ?? "").lowercased()
    let first = wanted.split(separator: ",").map { $0.drop { $0 == " " } }
      .first { tag in ["zh", "cn", "en"].contains { tag.hasPrefix($0) } }
    isChinese = first.map { !$0.hasPrefix("en") } ?? false
  }

  var tag: String { isChinese ? "zh-CN" : "en" }

  func callAsFunction(_ english: String, _ chinese: String) -> String {
    isChinese ? chinese : english
  }

  var title: String { self("WeChat login", "微信登录") }
  var mock: String {
    self(
      "A mock of WeChat's page: nobody needs a phone. Choose who scans.",
      "这是微信登录页的模拟：不需要手机。请选择由谁来扫码。")
  }
  var picture: String { self("QR code", "二维码") }
  var retry: String { self("Show a new code", "刷新二维码") }
  var confirm: String { self("Allow", "允许") }
  var deny: String { self("Cancel", "取消") }
  var noScript: String {
    self(
      "This page needs JavaScript, as WeChat's own does. Without it use POST /_control/qr-logins.",
      "本页与微信原页一样需要 JavaScript。没有它时，请使用 POST /_control/qr-logins。")
  }

  func lead(_ app: String) -> String {
    self("Scan with WeChat to log in to “\(app)”", "使用微信扫一扫登录“\(app)”")
  }

  func scan(_ name: String) -> String { self("Scan as \(name)", "以\(name)的身份扫码") }

  /// By `wx_errcode`, for the script.
  var states: [String: String] {
    [
      "408": self("Waiting for somebody to scan", "等待扫码"),
      "404": self("Scanned. Allow the login on the phone", "扫描成功，请在手机上确认登录"),
      "405": self("Allowed. Going back to the website", "已允许，正在返回网站"),
      "403": self("Cancelled. You may scan again", "您已取消此次登录，可以再次扫码"),
      "402": self("The code has expired", "二维码已过期"),
      "0": self("The mock does not answer", "模拟平台没有应答"),
    ]
  }

  func error(_ error: QRLinkError) -> (title: String, detail: String) {
    switch error {
    case .appid:
      (
        self("AppID parameter error", "AppID 参数错误"),
        self(
          "`appid` must be that of an app of kind web.", "appid 应为一个 kind 为 web 的应用的 appid。")
      )
    case .responseType:
      (
        self("response_type parameter error", "response_type 参数错误"),
        self("`response_type` must be code.", "response_type 应为 code。")
      )
    case .scope:
      (
        self("Scope parameter error or no Scope permission", "Scope 参数错误或没有 Scope 权限"),
        self("`scope` must be snsapi_login.", "scope 应为 snsapi_login。")
      )
    case .redirect(let expected):
      (
        self("redirect_uri parameter error", "redirect_uri 参数错误"),
        expected.map {
          self(
            "`redirect_uri` must be an http or https address on \($0), the app's redirectDomain.",
            "redirect_uri 应为域名 \($0)（应用的 redirectDomain）下的 http 或 https 地址。")
        }
          ?? self(
            "`redirect_uri` must be an http or https address, URL-encoded.",
            "redirect_uri 应为经过 URL 编码的 http 或 https 地址。")
      )
    }
  }
}
