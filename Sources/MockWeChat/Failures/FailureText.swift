/// The platform's words for numbers that no endpoint here says by itself.
enum FailureText {
  private static let known: [Int: String] = [
    -1: "system error", 40003: "invalid openid", 40013: "invalid appid",
    40014: "invalid access_token",
    40029: "invalid code", 40037: "invalid template_id", 40125: "invalid appsecret",
    40163: "code been used",
    40164: "invalid ip 127.0.0.1 ipv6 ::ffff:127.0.0.1, not in whitelist", 40226: "code blocked",
    41001: "access_token missing", 41030: "invalid page", 42001: "access_token expired",
    43101: "user refuse to accept the msg", 47001: "data format error", 47003: "argument invalid!",
    48001: "api unauthorized", 50002: "user limited", 61010: "code is expired",
    87014: "risky content",
  ]

  static func of(_ code: Int) -> String {
    let errors: [WeChatError] = [.invalidCredential, .dailyLimit, .minuteLimit, .clearLimit]
    return known[code] ?? errors.first { $0.code == code }?.text ?? "system error"
  }
}
